import { linkIds } from "@lilink/model/chain";
import { type GoalHorizon, goalHorizons, horizonState } from "@lilink/model/goals";
import { DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { StandingNow, StandingWords } from "#features/standing/components/marks.tsx";
import { BaselineFigure, HorizonBadge, TargetFigure } from "#features/target/components/target-marks.tsx";
import { inLocale } from "#lib/in-locale.ts";
import type { GoalItem } from "../queries.ts";

export type GoalListProps = {
  readonly goals: readonly GoalItem[];
};

/** The goals of both horizons, link by link, each with where it stands. */
export function GoalList({ goals }: GoalListProps) {
  const t = useTranslations("goal");
  const shown = goalHorizons.filter((horizon) => goals.some(({ goal }) => goal.horizon === horizon));
  return shown.map((horizon) => (
    <Section
      key={horizon}
      id={`horizon-${horizon}`}
      title={
        <span className="flex items-center gap-3">
          {t(`horizon.${horizon}`)}
          <HorizonBadge state={horizonState(horizon)} />
        </span>
      }
    >
      <p className="prose-measure mb-3 text-muted">{t(`stateHelp.${horizonState(horizon)}`)}</p>
      <div className="flex flex-col gap-6">
        {linkIds.map((link) => (
          <LinkGoals
            key={link}
            horizon={horizon}
            rows={goals.filter(({ goal }) => goal.horizon === horizon && goal.link === link)}
          />
        ))}
      </div>
    </Section>
  ));
}

type LinkGoalsProps = {
  readonly horizon: GoalHorizon;
  readonly rows: readonly GoalItem[];
};

function LinkGoals({ horizon, rows }: LinkGoalsProps) {
  const t = useTranslations("goal");
  const progress = useTranslations("standing.column");
  const common = useTranslations("common.link");
  const locale = useLocale();
  const link = rows[0]?.goal.link;
  if (!link) return null;
  return (
    <div>
      <h3 className="mb-1 flex items-baseline gap-3">
        <LinkBadge link={link} />
        <span className="text-sm font-normal text-muted">{t("count", { count: rows.length })}</span>
      </h3>
      <DataTable
        caption={t("caption", { horizon: t(`horizon.${horizon}`), link: common(link) })}
        rows={rows}
        rowKey={({ goal }) => goal.id}
        columns={[
          {
            key: "goal",
            label: t("column.goal"),
            lead: true,
            className: "sm:w-[23%]",
            cell: ({ goal }) => (
              <span>
                <span className="mr-2 text-xs font-normal whitespace-nowrap text-muted tabular-nums">
                  {goal.id}
                </span>
                <TextLink href={`/goals/${goal.id}`}>{inLocale(goal.statement, locale)}</TextLink>
              </span>
            ),
          },
          {
            key: "indicator",
            label: t("column.indicator"),
            className: "text-sm sm:w-[13%]",
            cell: ({ indicator }) =>
              indicator ? (
                <TextLink href={`/indicators/${indicator.id}`} className="no-underline hover:underline">
                  {inLocale(indicator.name, locale)}
                </TextLink>
              ) : null,
          },
          {
            key: "baseline",
            label: t("column.baseline"),
            className: "text-sm sm:w-[14%]",
            cell: ({ goal }) => <BaselineFigure baseline={goal.baseline} />,
          },
          {
            key: "target",
            label: t("column.target"),
            className: "text-sm sm:w-[14%]",
            cell: ({ target }) => <TargetFigure target={target} />,
          },
          {
            key: "current",
            label: t("column.current"),
            className: "text-sm sm:w-[12%]",
            cell: ({ goal, hasSeries, standing }) => (
              <span className="flex flex-wrap items-baseline gap-x-2">
                <StandingNow standing={standing} />
                {hasSeries ? (
                  <TextLink href={`/goals/${goal.id}#series`} className="text-xs">
                    {t("related")}
                  </TextLink>
                ) : null}
              </span>
            ),
          },
          {
            key: "status",
            label: progress("status"),
            className: "sm:w-[24%]",
            cell: ({ standing }) => <StandingWords standing={standing} />,
          },
        ]}
      />
    </div>
  );
}
