import type { VerdictValue } from "@lilink/model/matching";
import { type Column, DataTable } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { VerdictRow } from "../view.ts";

/** Met, not met or unknown: sign, colour and word. */
export function VerdictMark({ verdict }: { readonly verdict: VerdictValue }) {
  const t = useTranslations("match.verdict");
  return (
    <span className="verdict-mark" data-verdict={verdict}>
      {t(verdict)}
    </span>
  );
}

function marginKey({ key, gap }: NonNullable<VerdictRow["margin"]>) {
  return gap === null || key === "exact" ? key : (`${key}By` as const);
}

export type VerdictTableProps = {
  readonly rows: readonly VerdictRow[];
  /** The step that would settle an open figure, beside its verdict. */
  readonly askOf: (row: VerdictRow) => ReactNode;
};

/** Each figure: what is required, what is offered, and how the two meet. */
export function VerdictTable({ rows, askOf }: VerdictTableProps) {
  const t = useTranslations("match.page");
  const columns: readonly Column<VerdictRow>[] = [
    {
      key: "attribute",
      label: t("attribute"),
      lead: true,
      cell: (row) => (
        <>
          {row.attribute}{" "}
          <span className="text-sm font-normal text-muted">{t(row.hard ? "hard" : "wish")}</span>
        </>
      ),
    },
    { key: "need", label: t("need"), align: "end", cell: (row) => row.need },
    {
      key: "offer",
      label: t("offer"),
      align: "end",
      cell: (row) => row.offer ?? <span className="text-muted">{t("nothingStated")}</span>,
    },
    {
      key: "verdict",
      label: t("verdict"),
      cell: (row) => <VerdictMark verdict={row.verdict} />,
    },
    {
      key: "margin",
      label: t("margin"),
      align: "end",
      className: "text-sm",
      cell: (row) =>
        row.margin
          ? t(marginKey(row.margin), { percent: row.margin.percent, gap: row.margin.gap ?? "" })
          : askOf(row),
    },
  ];
  return (
    <DataTable
      caption={t("verdicts")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      empty={<p className="text-sm text-muted">{t("noFigures")}</p>}
    />
  );
}
