import type { FieldChange } from "@lilink/model/posting";
import { DataTable, Diff } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useFieldText } from "./field-text.ts";

const long: ReadonlySet<string> = new Set([
  "summary",
  "description",
  "comparison",
  "evidence",
  "internalNote",
]);

export type ChangeTableProps = {
  readonly caption: string;
  readonly changes: readonly FieldChange[];
  readonly before: string;
  readonly after: string;
  /** What an absent side reads, where it may also be one that is not open to the reader. */
  readonly absent?: string;
};

/** Two versions side by side, field by field; long texts show what was struck out and put in. */
export function ChangeTable({ caption, changes, before, after, absent }: ChangeTableProps) {
  const t = useTranslations("posting");
  const { label, text } = useFieldText();
  const none = <span className="text-sm text-muted italic">{t("edit.none")}</span>;
  const closed = absent ? <span className="text-sm text-muted italic">{absent}</span> : none;
  const marks = { removed: t("history.removed"), added: t("history.added") };
  return (
    <DataTable
      caption={caption}
      rows={changes}
      rowKey={(change) => change.field}
      columns={[
        {
          key: "field",
          label: t("history.columns.field"),
          lead: true,
          className: "align-top",
          cell: (change) => label(change.field),
        },
        {
          key: "before",
          label: before,
          className: "align-top sm:w-2/5",
          cell: (change) => text(change.field, change.before) || closed,
        },
        {
          key: "after",
          label: after,
          className: "align-top sm:w-2/5",
          cell: (change) => {
            const [old, next] = [text(change.field, change.before), text(change.field, change.after)];
            if (next === "") return none;
            return old !== "" && long.has(change.field) ? (
              <Diff before={old} after={next} text={marks} />
            ) : (
              next
            );
          },
        },
      ]}
    />
  );
}
