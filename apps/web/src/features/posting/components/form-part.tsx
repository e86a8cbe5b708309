import type { ReactNode } from "react";

/** The parts of the form in their order. */
export const parts = ["text", "naming", "visibility", "figures", "terms"] as const;
export type PartId = (typeof parts)[number];

export const partId = (part: PartId) => `part-${part}`;

export type FormPartProps = {
  readonly part: PartId;
  readonly title: string;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** One part of the form under its heading, where the outline leads to. */
export function FormPart({ part, title, note, action, children }: FormPartProps) {
  return (
    <section
      id={partId(part)}
      tabIndex={-1}
      aria-labelledby={`${partId(part)}-title`}
      className="scroll-mt-28 border-t border-line pt-3 pb-4 outline-none"
    >
      <header className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={`${partId(part)}-title`} className="text-lg">
          {title}
        </h2>
        {note ? <p className="text-sm text-muted">{note}</p> : null}
        {action ? <div className="ml-auto text-sm">{action}</div> : null}
      </header>
      {children}
    </section>
  );
}

/** What acts beside a heading: words that are pressed. */
export const wordButton =
  "min-h-6 rounded-sm text-sm underline decoration-edge underline-offset-4 hover:decoration-ink disabled:text-muted disabled:no-underline";
