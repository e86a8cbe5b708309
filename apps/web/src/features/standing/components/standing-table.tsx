import { goalCard, loadGoal } from "@lilink/model/goals";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { FoldedTable } from "#components/folded-table.tsx";
import { TargetFigure } from "#features/target/components/target-marks.tsx";
import { inLocale } from "#lib/in-locale.ts";
import type { StandingItem } from "../queries.ts";
import { StandingNow, StandingWords } from "./marks.tsx";
import { StandingTrend } from "./standing-trend.tsx";

/** What a row needs of a standing, be it of now or frozen with a meeting. */
type Row = Pick<
  StandingItem,
  | "goal"
  | "now"
  | "unit"
  | "linear"
  | "compound"
  | "disagree"
  | "status"
  | "closed"
  | "care"
  | "without"
  | "parts"
> &
  Partial<Pick<StandingItem, "baseline" | "years" | "path" | "target">>;

export type StandingTableProps = { readonly caption: string; readonly standings: readonly Row[] };

/** Goals with their targets, where they stand, and the way there where it is known. */
export function StandingTable({ caption, standings }: StandingTableProps) {
  const column = useTranslations("goal.column");
  const progress = useTranslations("standing.column");
  const locale = useLocale();
  return (
    <FoldedTable
      caption={caption}
      rows={standings}
      rowKey={({ goal }) => goal}
      columns={[
        {
          key: "goal",
          label: column("goal"),
          lead: true,
          cell: ({ goal }) => (
            <span>
              <span className="mr-2 text-xs font-normal whitespace-nowrap text-muted tabular-nums">
                {goal}
              </span>
              <TextLink href={`/goals/${goal}`}>{inLocale(loadGoal(goal).statement, locale)}</TextLink>
            </span>
          ),
        },
        {
          key: "target",
          label: column("target"),
          className: "text-sm",
          cell: ({ goal }) => <TargetFigure target={goalCard(goal).target} />,
        },
        {
          key: "current",
          label: column("current"),
          className: "text-sm",
          cell: (standing) => <StandingNow standing={standing} />,
        },
        ...(standings.some(({ years }) => years)
          ? [
              {
                key: "trend",
                label: progress("trend"),
                cell: ({ goal, baseline = null, years = [], path = [], target = null, status }: Row) => (
                  <StandingTrend
                    course={{ baseline, years, path, target, status }}
                    link={loadGoal(goal).link}
                  />
                ),
              },
            ]
          : []),
        {
          key: "status",
          label: progress("status"),
          cell: (standing) => <StandingWords standing={standing} />,
        },
      ]}
    />
  );
}
