import { meetingRefSchema } from "@lilink/contract";
import { figureRelease, meeting, meetingPaper, releaseCount } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { findIndicator } from "@lilink/model/goals";
import type { PaperKind, PaperType } from "@lilink/model/meeting";
import { asc, eq, inArray, sql } from "drizzle-orm";
import { definitionsInForce } from "../../figures/definition/definitions-in-force.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readItems, readViews } from "./load-meeting.ts";
import type { MeetingSnapshot } from "./snapshot.ts";

/** A figure of the frozen board that was added up from returns of firms. */
export type SensitiveFigure = {
  readonly goal: string;
  readonly indicator: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly period: string;
  readonly unit: string | null;
  /** Null where it is withheld; then the bounds are what was shown. */
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly release: string;
  /** Returns that were added up, and owed; null where the count is gone. */
  readonly verified: number | null;
  readonly owed: number | null;
  /** Whether firms file it; else a body that adds up for all does, and its figure tells of no firm. */
  readonly byFirms: boolean;
};

/**
 * The note for competition law: which figures made of firms' returns were shown to whom, and how they were aggregated. From the frozen
 * board, the counts of its releases and the log of looks; for the secretariat. [ME7]
 */
export const loadLawNote = defineQuery({
  name: "meeting.lawNote",
  input: meetingRefSchema,
  authorize: { action: "meeting.keep" },
  run: async (ctx, { publicId }) => {
    const [row] = await ctx.db.select().from(meeting).where(eq(meeting.publicId, publicId));
    if (!row) throw new LilinkError("NOT_FOUND");
    const snapshot = row.snapshot as MeetingSnapshot;
    const goals = new Set((await readItems(ctx, row.id)).flatMap(({ goal }) => goal ?? []));
    const papers = await ctx.db
      .select({
        kind: sql<PaperKind>`${meetingPaper.kind}`,
        type: sql<PaperType>`${meetingPaper.type}`,
        locale: sql<"zh-CN" | "en">`${meetingPaper.locale}`,
        sha256: meetingPaper.sha256,
        madeAt: meetingPaper.madeAt,
      })
      .from(meetingPaper)
      .where(eq(meetingPaper.meetingId, row.id))
      .orderBy(asc(meetingPaper.kind), asc(meetingPaper.type), asc(meetingPaper.locale));
    return {
      publicId,
      title: row.title,
      heldAt: row.heldAt,
      frozenAt: snapshot.at,
      release: snapshot.release,
      figures: await readFigures(ctx, snapshot),
      /** Goals of the agenda: its paper holds their figures and no others. */
      goals: [...goals],
      views: await readViews(ctx, row.id),
      papers,
    };
  },
});

async function readFigures(ctx: Context, { standings }: MeetingSnapshot): Promise<SensitiveFigure[]> {
  const found = standings.flatMap(({ goal, parts }) =>
    parts.flatMap(({ indicator, name, unit, now, release }) =>
      now && release
        ? [
            {
              goal,
              indicator,
              name: name ?? findIndicator(indicator)?.name ?? { zh: indicator, en: indicator },
              period: now.period,
              unit,
              value: now.value,
              low: now.low,
              high: now.high,
              release,
            },
          ]
        : [],
    ),
  );
  const releases = [...new Set(found.map(({ release }) => release))];
  const counts =
    releases.length === 0
      ? []
      : await ctx.db
          .select({
            release: figureRelease.publicId,
            indicator: releaseCount.indicator,
            owed: releaseCount.owed,
            verified: releaseCount.verified,
          })
          .from(releaseCount)
          .innerJoin(figureRelease, eq(figureRelease.id, releaseCount.releaseId))
          .where(inArray(figureRelease.publicId, releases));
  const of = [...new Set(found.map(({ indicator }) => indicator))];
  const periods = [...new Set(found.map(({ period }) => period))];
  const inForce = new Map(
    await Promise.all(
      periods.map(async (period) => [period, await definitionsInForce(ctx, period, { of })] as const),
    ),
  );
  const isByFirms = (indicator: string, period: string) => {
    const held = inForce.get(period)?.find((one) => one.indicator === indicator);
    const kinds = held?.reporters.kinds ?? [];
    return kinds.length === 0 || kinds.includes("enterprise");
  };
  return found.map((figure) => {
    const count = counts.find(
      ({ release, indicator }) => release === figure.release && indicator === figure.indicator,
    );
    return {
      ...figure,
      verified: count?.verified ?? null,
      owed: count?.owed ?? null,
      byFirms: isByFirms(figure.indicator, figure.period),
    };
  });
}
