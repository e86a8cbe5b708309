import { formatDate, formatTarget, type Locale } from "@lilink/i18n";
import { linkIds } from "@lilink/model/chain";
import { readGoals } from "#features/goal/queries.ts";
import { conceptName } from "#features/posting/view.ts";
import { baselineText, periodText } from "#features/target/view.ts";
import { inLocale } from "#lib/in-locale.ts";
import { caller } from "#lib/trpc/server.ts";
import type { ChainCount, GoalTeaser } from "./view.ts";

const teaserCount = 6;

export async function readChainCounts(): Promise<ChainCount[]> {
  const counts = await (await caller()).search.count({});
  const of = (link: string, kind: string) =>
    counts.find((row) => row.link === link && row.kind === kind)?.count ?? 0;
  return linkIds.map((link) => ({
    link,
    capabilities: of(link, "capability"),
    needs: of(link, "need"),
    projects: of(link, "project"),
  }));
}

/** The goals for which the paper gives a figure. */
export async function readGoalTeasers(locale: Locale): Promise<GoalTeaser[]> {
  const { goals } = await readGoals();
  return goals.flatMap(({ goal, state, target }) =>
    target?.origin === "seed"
      ? [
          {
            id: goal.id,
            title: inLocale(goal.statement, locale),
            horizon: goal.horizon,
            closed: state === "closed",
            baseline: goal.baseline
              ? `${baselineText(goal.baseline, locale)}, ${periodText(goal.baseline.period)}`
              : null,
            target: formatTarget(target, locale),
          },
        ]
      : [],
  );
}

export async function readTeasers(locale: Locale) {
  const { items } = await (await caller()).search.postings({ limit: teaserCount });
  return items.map((item) => ({
    publicId: item.publicId,
    title: item.fields.title ?? "",
    kind: item.kind,
    link: item.link,
    concept: conceptName(item.concept, locale),
    language: item.language,
    publishedOn: item.publishedAt ? formatDate(item.publishedAt, locale) : "",
  }));
}
