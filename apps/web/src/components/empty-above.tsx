import { EmptyState } from "@lilink/ui";

export type EmptyAboveProps = {
  readonly title: string;
  /** The id of the form below, and what it is called here. */
  readonly form: string;
  readonly step: string;
  readonly className?: string;
};

/** In place of a list that has nothing yet, above the form that makes the first. */
export function EmptyAbove({ title, form, step, className }: EmptyAboveProps) {
  return (
    <EmptyState
      title={title}
      action={
        <a className="text-link" href={`#${form}`}>
          {step}
        </a>
      }
      {...(className ? { className } : {})}
    />
  );
}
