import type { FieldChange, LevelChange } from "@lilink/model/posting";
import { DataTable } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ChangeTable } from "./change-table.tsx";
import { useFieldText } from "./field-text.ts";

export type VersionChangesProps = {
  readonly compared: {
    readonly before: number;
    readonly after: number;
    readonly changes: readonly FieldChange[];
    readonly levels: readonly LevelChange[];
  };
};

/** What changed between two versions: the fields, then who sees them. */
export function VersionChanges({ compared }: VersionChangesProps) {
  const t = useTranslations("posting");
  const { label } = useFieldText();
  const { before, after, changes, levels } = compared;
  const columnOf = (version: number) => t("history.version", { version });
  return (
    <>
      {changes.length === 0 && levels.length === 0 ? <p>{t("history.same")}</p> : null}
      {changes.length > 0 ? (
        <ChangeTable
          caption={t("history.comparing", { before, after })}
          changes={changes}
          before={columnOf(before)}
          after={columnOf(after)}
        />
      ) : null}
      {levels.length > 0 ? (
        <div className="mt-6">
          <h3 className="mb-2 font-semibold">{t("history.levels")}</h3>
          <DataTable
            caption={t("history.levels")}
            rows={levels}
            rowKey={(change) => change.field}
            columns={[
              {
                key: "field",
                label: t("history.columns.field"),
                lead: true,
                cell: (change) => label(change.field),
              },
              {
                key: "before",
                label: columnOf(before),
                className: "sm:w-2/5",
                cell: (change) => t(`level.${change.before}`),
              },
              {
                key: "after",
                label: columnOf(after),
                className: "sm:w-2/5",
                cell: (change) => t(`level.${change.after}`),
              },
            ]}
          />
        </div>
      ) : null}
    </>
  );
}
