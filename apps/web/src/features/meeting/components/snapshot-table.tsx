import { loadGoal } from "@lilink/model/goals";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { TargetFigure } from "#features/goal/components/goal-marks.tsx";
import { inLocale } from "#features/goal/view.ts";
import { StandingNow, StandingStatus } from "#features/standing/components/marks.tsx";
import type { Meeting } from "../queries.ts";

/** The standings as they were frozen with the meeting. */
export function SnapshotTable({ standings }: { readonly standings: Meeting["snapshot"]["standings"] }) {
  const t = useTranslations("goal.column");
  const progress = useTranslations("standing.column");
  const title = useTranslations("meeting.page")("snapshot");
  const locale = useLocale();
  return (
    <DataTable
      caption={title}
      rows={standings}
      rowKey={({ goal }) => goal}
      columns={[
        {
          key: "goal",
          label: t("goal"),
          lead: true,
          cell: ({ goal }) => (
            <span>
              <span className="mr-2 text-xs font-normal text-muted tabular-nums">{goal}</span>
              <TextLink href={`/goals/${goal}`}>{inLocale(loadGoal(goal).statement, locale)}</TextLink>
            </span>
          ),
        },
        {
          key: "target",
          label: t("target"),
          className: "text-sm",
          cell: ({ goal }) => <TargetFigure target={loadGoal(goal).target ?? loadGoal(goal).proposal} />,
        },
        {
          key: "current",
          label: t("current"),
          className: "text-sm",
          cell: (standing) => <StandingNow standing={standing} />,
        },
        {
          key: "status",
          label: progress("status"),
          cell: (standing) => <StandingStatus standing={standing} />,
        },
      ]}
    />
  );
}
