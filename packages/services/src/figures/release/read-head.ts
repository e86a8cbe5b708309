import { figureRelease, releaseCount } from "@lilink/db/schema";
import type { ReleaseAudience, ReleaseReport, ReleaseState } from "@lilink/model/goals/release";
import { sql } from "drizzle-orm";

/** How much of what is owed stands behind an indicator of a release; counts are for officers alone. */
export type CoverageView = {
  readonly indicator: string;
  readonly definition: number;
  /** Verified among owed returns in whole tens of a percent; null where none was owed. */
  readonly percent: number | null;
  readonly owed: number | null;
  readonly verified: number | null;
};

export type ReleaseHead = {
  readonly publicId: string;
  readonly period: string;
  readonly edition: number;
  readonly audience: ReleaseAudience;
  readonly state: ReleaseState;
  /** Of the exchange's own activity; otherwise added up from returns. */
  readonly own: boolean;
  readonly askedAt: Date;
  readonly frozenAt: Date | null;
  /** Null until it is frozen. */
  readonly report: ReleaseReport | null;
  readonly coverage: readonly CoverageView[];
};

type Counts = Readonly<Record<string, { readonly owed: number; readonly verified: number }>>;

/** How a head is selected; `toHead` turns a row into what a reader gets. */
export const headColumns = {
  id: figureRelease.id,
  publicId: figureRelease.publicId,
  period: figureRelease.period,
  edition: figureRelease.edition,
  audience: sql<ReleaseAudience>`${figureRelease.audience}`,
  state: sql<ReleaseState>`${figureRelease.state}`,
  own: figureRelease.own,
  askedAt: figureRelease.createdAt,
  frozenAt: figureRelease.frozenAt,
  report: figureRelease.report,
  coverage: figureRelease.coverage,
  /** Null for whoever is no officer: row security holds the counts back. */
  counts: sql<Counts | null>`(select jsonb_object_agg(n.indicator, jsonb_build_object('owed', n.owed, 'verified', n.verified))
    from ${releaseCount} n where n.release_id = ${figureRelease.id})`,
} as const;

type HeadRow = Omit<ReleaseHead, "report" | "coverage"> & {
  readonly id: string;
  readonly report: ReleaseReport | null;
  readonly coverage: (typeof figureRelease.$inferSelect)["coverage"];
  readonly counts: Counts | null;
};

export function toHead({ id: _id, coverage, counts, ...row }: HeadRow): ReleaseHead {
  return {
    ...row,
    coverage: Object.entries(coverage ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([indicator, { percent, definition }]) => ({
        indicator,
        definition,
        percent,
        owed: counts?.[indicator]?.owed ?? null,
        verified: counts?.[indicator]?.verified ?? null,
      })),
  };
}
