import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { LearnedVersion } from "../queries.ts";
import { toChangeRows } from "../view.ts";

export type VersionChangesProps = { readonly version: string; readonly report: LearnedVersion["report"] };

/** The offline report: what would move in today's market and on the reviewed examples, and how well it foretells. */
export function VersionChanges({ version, report }: VersionChangesProps) {
  const t = useTranslations("engine.changes");
  const locale = useLocale();
  const rows = toChangeRows(report, locale, {
    firstPlaces: (moved, postings) => t("firstPlacesNote", { moved, postings }),
    meanChange: (change, pairs) => t("meanChangeNote", { change, pairs }),
  });
  return (
    <div>
      <h3 className="mb-2 font-semibold">{t("title")}</h3>
      <DataTable
        caption={t("caption", { version })}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "measure",
            label: t("measure"),
            lead: true,
            cell: ({ key }) => t(key, { of: report.golden.answerable }),
          },
          { key: "before", label: t("before"), align: "end", cell: ({ before }) => before || null },
          { key: "after", label: t("after"), align: "end", cell: ({ after }) => after },
        ]}
      />
      <p className="mt-2 text-xs text-muted">{t("calibrationNote")}</p>
    </div>
  );
}
