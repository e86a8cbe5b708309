import type { VerdictValue } from "@lilink/model/matching";
import { type Column, cn, DataTable } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { VerdictRow } from "../view.ts";

// Drawn here and not by the icon library, whose icons are client components: a page of matches has dozens of them.
const looks = {
  pass: { path: "M20 6 9 17l-5-5", tone: "text-success" },
  fail: { path: "M18 6 6 18M6 6l12 12", tone: "text-danger" },
  unknown: {
    path: "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3M12 17h.01",
    tone: "text-warning",
  },
} as const satisfies Record<VerdictValue, unknown>;

/** Met, not met or unknown: icon, colour and word. */
export function VerdictMark({ verdict }: { readonly verdict: VerdictValue }) {
  const t = useTranslations("match.verdict");
  const { path, tone } = looks[verdict];
  return (
    <span className={cn("inline-flex items-center gap-1 align-middle whitespace-nowrap", tone)}>
      <svg
        aria-hidden
        viewBox="0 0 24 24"
        className="size-4 shrink-0 fill-none stroke-current stroke-2"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={path} />
      </svg>
      {t(verdict)}
    </span>
  );
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
      cell: (row) => (row.margin ? t(row.margin.key, { percent: row.margin.percent }) : askOf(row)),
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
