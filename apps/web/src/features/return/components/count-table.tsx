import { formatNumber, type Locale } from "@lilink/i18n";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ReportingSum } from "../view.ts";

export type CountTableProps = {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly ReportingSum[];
  readonly nameOf: (key: string) => ReactNode;
};

/** How reporting stands, sheet by sheet or province by province. */
export function CountTable({ caption, head, rows, nameOf }: CountTableProps) {
  const t = useTranslations("return.round");
  const locale = useLocale() as Locale;
  const counts = {
    owed: "owed",
    verified: "verified",
    waiting: "waiting",
    missing: "missing",
    overdue: "overdueCount",
    late: "lateCount",
  } as const;
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "name",
          label: head,
          lead: true,
          className: "whitespace-nowrap",
          cell: ({ key }) => nameOf(key),
        },
        ...(Object.keys(counts) as (keyof typeof counts)[]).map((name) => ({
          key: name,
          label: t(counts[name]),
          align: "end" as const,
          // A phone shows what there is: a nought there says nothing that its absence does not.
          cell: (row: ReportingSum) =>
            row[name] === 0 ? (
              <span data-silent className="text-muted">
                {formatNumber(0, locale)}
              </span>
            ) : (
              formatNumber(row[name], locale)
            ),
        })),
      ]}
    />
  );
}
