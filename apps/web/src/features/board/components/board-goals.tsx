import { progressStatuses } from "@lilink/model/goals";
import { DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#features/chain/components/link-badge.tsx";
import { TargetFigure } from "#features/goal/components/goal-marks.tsx";
import type { GoalItem } from "#features/goal/queries.ts";
import { inLocale } from "#features/goal/view.ts";
import { StandingNow, StandingStatus, StatusBadge } from "#features/standing/components/marks.tsx";
import type { StandingItem } from "#features/standing/queries.ts";
import { isHeldBack, mainStatus, toStandingCounts, toSureness } from "../view.ts";
import { OriginLine } from "./origin-line.tsx";

export type BoardGoalsProps = {
  readonly goals: readonly GoalItem[];
  readonly standings: readonly StandingItem[];
};

/** Where we stand, how sure we are, what holds us back: the goals by link, from released figures alone. */
export function BoardGoals({ goals, standings }: BoardGoalsProps) {
  const t = useTranslations("standing.summary");
  const board = useTranslations("board.goals");
  const words = useTranslations("standing.status");
  const rows = toStandingCounts(goals, standings);
  const shown = progressStatuses.filter((status) => rows.some(({ counts }) => counts[status] > 0));
  const open = standings.filter((one) => mainStatus(one) === "not_assessable").length;
  const sure = toSureness(standings);
  const goalOf = (id: string) => goals.find(({ goal }) => goal.id === id);
  const heldBack = standings.filter(isHeldBack);
  const printed = standings.filter((one) => goalOf(one.goal)?.target?.origin === "seed");
  return (
    <Section id="goals" title={t("title")} action={<TextLink href="/goals">{board("open")}</TextLink>}>
      <p className="mb-2 text-sm text-muted">{t("lead", { assessed: standings.length - open, open })}</p>
      <DataTable
        caption={t("caption")}
        rows={rows}
        rowKey={(row) => row.link}
        columns={[
          { key: "link", label: t("link"), lead: true, cell: (row) => <LinkBadge link={row.link} /> },
          ...shown.map((status) => ({
            key: status,
            label: words(status),
            head: <StatusBadge status={status} />,
            align: "end" as const,
            cell: (row: (typeof rows)[number]) => row.counts[status],
          })),
        ]}
      />
      <p className="mt-3 text-sm">
        <span className="mr-2 font-medium">{t("sure")}</span>
        {sure ? t("sureBody", { days: sure.days, percent: sure.percent }) : t("sureNone")}
      </p>
      <h3 className="mt-6 mb-1">{t("holdsBack")}</h3>
      {heldBack.length === 0 ? (
        <p className="text-sm text-muted">{t("holdsBackNone")}</p>
      ) : (
        <StandingTable caption={t("holdsBack")} standings={heldBack} goalOf={goalOf} />
      )}
      <h3 className="mt-6 mb-1">{board("printed")}</h3>
      <StandingTable caption={board("printed")} standings={printed} goalOf={goalOf} />
      <OriginLine source="paper" />
    </Section>
  );
}

type StandingTableProps = {
  readonly caption: string;
  readonly standings: readonly StandingItem[];
  readonly goalOf: (id: string) => GoalItem | undefined;
};

function StandingTable({ caption, standings, goalOf }: StandingTableProps) {
  const column = useTranslations("goal.column");
  const progress = useTranslations("standing.column");
  const locale = useLocale();
  return (
    <DataTable
      caption={caption}
      rows={standings}
      rowKey={({ goal }) => goal}
      columns={[
        {
          key: "goal",
          label: column("goal"),
          lead: true,
          cell: ({ goal: id }) => {
            const item = goalOf(id);
            return item ? (
              <TextLink href={`/goals/${id}`}>{inLocale(item.goal.statement, locale)}</TextLink>
            ) : null;
          },
        },
        {
          key: "target",
          label: column("target"),
          className: "text-sm",
          cell: ({ goal }) => <TargetFigure target={goalOf(goal)?.target ?? null} />,
        },
        {
          key: "current",
          label: column("current"),
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
