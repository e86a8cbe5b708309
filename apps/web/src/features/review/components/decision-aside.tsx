import { cn, ErrorSummary } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ErrorMessage } from "#lib/error-message.ts";

export type DecisionAsideProps = {
  readonly title: string;
  /** What the keys do, where there are any. */
  readonly keys: string | null;
  readonly failure: ErrorMessage;
  readonly attempt: number;
  /** The id of the control of a field at fault. */
  readonly idOf: (field: string) => string;
  /** Beside what is reviewed only where the screen is wide: a table needs the room. */
  readonly roomy?: boolean;
  readonly children: ReactNode;
};

const places = {
  plain: "xl:sticky xl:top-20 xl:border-t-0 xl:border-l xl:pt-0 xl:pl-6",
  roomy: "max-w-2xl 2xl:sticky 2xl:top-20 2xl:border-t-0 2xl:border-l 2xl:pt-0 2xl:pl-6",
} as const;

/** The place beside what is reviewed where it is decided, with what stands in the way of the last try. */
export function DecisionAside(props: DecisionAsideProps) {
  const { title, keys, failure, attempt, idOf, roomy = false, children } = props;
  const common = useTranslations("common");
  const { text, fields } = failure;
  const lines = fields.map((fault) => ({ fieldId: idOf(fault.field), text: fault.text }));
  const shown = lines.length === 0 && text ? [{ text }] : lines;
  return (
    <section
      aria-labelledby="decide"
      className={cn(
        "flex flex-col gap-4 self-start border-t border-line pt-4",
        places[roomy ? "roomy" : "plain"],
      )}
    >
      <div>
        <h2 id="decide" className="text-lg">
          {title}
        </h2>
        {keys ? <p className="text-sm text-muted pointer-coarse:hidden">{keys}</p> : null}
      </div>
      <ErrorSummary
        title={common("form.errorTitle", { count: shown.length })}
        errors={shown}
        attempt={attempt}
      />
      {children}
    </section>
  );
}
