import { can } from "@lilink/model/policy";
import { PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ExportLinks } from "#components/export-links.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import { FloorSection } from "#features/goal/components/floor-section.tsx";
import { filterGoals, toGoalFilter } from "#features/goal/components/goal-filter.ts";
import { GoalFilterLine } from "#features/goal/components/goal-filter-line.tsx";
import { GoalList } from "#features/goal/components/goal-list.tsx";
import { GoalStatusStrip } from "#features/goal/components/goal-status-strip.tsx";
import { readFloor, readGoals } from "#features/goal/queries.ts";
import { actorOf } from "#lib/actor.ts";
import { inLocale } from "#lib/in-locale.ts";
import { findViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("goal"))("title") };
}

export default async function GoalsPage({ searchParams }: PageProps<"/[locale]/goals">) {
  const filter = toGoalFilter(await searchParams);
  const [t, locale, { goals, overarching }, floor, viewer] = await Promise.all([
    getTranslations("goal"),
    getLocale(),
    readGoals(),
    readFloor(),
    findViewer(),
  ]);
  const shown = filterGoals(goals, filter, floor.percent);
  const narrowing = { goals, filter, floor: floor.percent };
  return (
    <>
      <PageHeader
        title={t("title")}
        badges={<SampleBadge />}
        lead={t("lead")}
        actions={
          <>
            <TextLink href="/series">{t("toSeries")}</TextLink>
            <ExportLinks href={`/goals.csv?${new URLSearchParams({ locale })}`} />
          </>
        }
      />
      {/* On a phone the first screen belongs to the tally and the goals. */}
      <GoalStatusStrip {...narrowing} />
      <details className="folds-on-phone max-sm:mb-4" open={Object.values(filter).some(Boolean)}>
        <summary className="max-sm:py-2.5">
          <span className="font-medium sm:hidden">{t("narrow")}</span>
        </summary>
        <GoalFilterLine {...narrowing} />
      </details>
      <GoalList goals={shown} />
      <Section id="overarching" title={t("overarching")}>
        <p className="mb-2 text-muted">{t("overarchingLead")}</p>
        <ol className="hairline-list border-y border-line">
          {overarching.map((goal) => (
            <li key={goal.id} className="flex gap-3 py-2">
              <span className="text-sm whitespace-nowrap text-muted tabular-nums">{goal.id}</span>
              {inLocale(goal.statement, locale)}
            </li>
          ))}
        </ol>
      </Section>
      <FloorSection {...floor} maySet={can(actorOf(viewer), "goal.setFloor")} />
    </>
  );
}
