import type { AppRouter } from "@lilink/api";
import { type ReturnState, returnStates } from "@lilink/model/return";
import type { inferRouterOutputs } from "@trpc/server";
import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";
import type { NameBook } from "./view.ts";

type All = inferRouterOutputs<AppRouter>;
type Outputs = All["release"];
export type ReleaseItem = Outputs["list"]["items"][number];
export type Release = Outputs["load"];
export type WaiverItem = All["waiver"]["list"][number];
export type PublicFigureItem = All["publicFigure"]["list"]["figures"][number];
export type Figure = Outputs["figures"]["items"][number];

const pageSize = 5000;

export async function readReleases(cursor: string | undefined) {
  return (await caller()).release.list(cursor === undefined ? {} : { cursor });
}

export async function readRelease(publicId: string) {
  return findOrNull((await caller()).release.load({ publicId }));
}

/** The figures of a release, of one indicator where it is named. Every face reads them here. */
export async function readFigures(publicId: string, indicator?: string): Promise<readonly Figure[]> {
  const api = await caller();
  const figures: Figure[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await api.release.figures({
      publicId,
      limit: pageSize,
      ...(indicator ? { indicator } : {}),
      ...(cursor ? { cursor } : {}),
    });
    figures.push(...page.items);
    cursor = page.nextCursor;
  }
  return figures;
}

/** The names of what indicators show, by the versions of their definitions that a release was made by. */
export async function readNames(
  coverage: Release["coverage"],
  indicators: readonly string[],
): Promise<NameBook> {
  const api = await caller();
  const found = await Promise.all(
    indicators.map(async (indicator) => {
      const { versions, usable } = await api.definition.list({ indicator });
      const wanted = coverage.find((one) => one.indicator === indicator)?.definition;
      const version = versions.find(({ definition }) => definition.version === wanted) ?? versions[0];
      return [indicator, { definition: version?.definition ?? null, usable }] as const;
    }),
  );
  return new Map(found);
}

const handedIn: readonly ReturnState[] = ["submitted", "resubmitted", "verified", "locked"];
const verified: readonly ReturnState[] = ["verified", "locked"];

/** The rounds that an officer may ask a release of, newest first, with how reporting stands in each. */
export async function readRounds() {
  const { rounds } = await (await caller()).return.rounds({});
  return rounds.map(({ publicId, period, dueAt, closedAt, overdue, counts }) => {
    const sum = (states: readonly ReturnState[]) =>
      counts.reduce((all, one) => (states.includes(one.state) ? all + one.count : all), 0);
    return {
      publicId,
      period,
      dueAt,
      isOpen: closedAt === null && !overdue,
      owed: sum(returnStates),
      handedIn: sum(handedIn),
      verified: sum(verified),
    };
  });
}
export type AskableRound = Awaited<ReturnType<typeof readRounds>>[number];
