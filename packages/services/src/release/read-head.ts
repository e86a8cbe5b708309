import { figureRelease } from "@lilink/db/schema";
import type { ReleaseAudience, ReleaseReport, ReleaseState } from "@lilink/model/goals/release";
import { toCoverage } from "@lilink/model/goals/release";
import { isOfficer } from "@lilink/model/policy";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";

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
  readonly askedAt: Date;
  readonly frozenAt: Date | null;
  /** Null until it is frozen. */
  readonly report: ReleaseReport | null;
  readonly coverage: readonly CoverageView[];
};

/** How a head is selected; `toHead` turns a row into what a reader gets. */
export const headColumns = {
  id: figureRelease.id,
  publicId: figureRelease.publicId,
  period: figureRelease.period,
  edition: figureRelease.edition,
  audience: sql<ReleaseAudience>`${figureRelease.audience}`,
  state: sql<ReleaseState>`${figureRelease.state}`,
  askedAt: figureRelease.createdAt,
  frozenAt: figureRelease.frozenAt,
  report: figureRelease.report,
  coverage: figureRelease.coverage,
} as const;

type HeadRow = Omit<ReleaseHead, "report" | "coverage"> & {
  readonly id: string;
  readonly report: ReleaseReport | null;
  readonly coverage: (typeof figureRelease.$inferSelect)["coverage"];
};

export function toHead({ actor }: Context, { id: _id, coverage, ...row }: HeadRow): ReleaseHead {
  const counts = isOfficer(actor);
  return {
    ...row,
    coverage: Object.entries(coverage ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([indicator, { owed, verified, definition }]) => ({
        indicator,
        definition,
        percent: toCoverage(owed, verified),
        owed: counts ? owed : null,
        verified: counts ? verified : null,
      })),
  };
}
