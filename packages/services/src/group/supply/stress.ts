import { createHash } from "node:crypto";
import {
  diversifySchema,
  keepScenarioSchema,
  loadSupplySchema,
  type stressAskSchema,
  tradeLoadRefSchema,
} from "@lilink/contract";
import { meeting, stressScenario } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { baseCaseOf, type ChainCase, type LinkResult, latestWindow, runChain } from "@lilink/model/supply";
import { diversify } from "@lilink/model/supply/diversify";
import { desc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { readAmounts, readPriced } from "./read-amounts.ts";
import { lastYearOf, readMined, salts } from "./read-use.ts";

type Ask = z.output<typeof stressAskSchema>;

/** A year of trade for the stress bench, and the last printed mine production as a first guess. [SU8] */
export const loadStressBase = defineQuery({
  name: "supply.stressBase",
  input: loadSupplySchema.pick({ reporter: true }),
  authorize: { action: "goal.browse" },
  run: async (ctx, { reporter }) => {
    const [ore, salt, mined] = [
      lastYearOf(await readAmounts(ctx, reporter, ["ore"], "lce")),
      lastYearOf(await readAmounts(ctx, reporter, salts, "lce")),
      await readMined(ctx, reporter),
    ];
    return { ore, salt, mined };
  },
});

/** Keeps a scenario: what it assumed, what trade was then and what came of it. It does not change when figures do. [SU8] */
export const keepScenario = defineMutation({
  name: "supply.keepScenario",
  input: keepScenarioSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx, { name, ask, meeting: forMeeting }) => {
    const given = await toCase(ctx, ask);
    const result = runChain(given).map(({ weeks: _weeks, ...told }) => told);
    const meetingId = forMeeting === undefined ? null : await requireMeetingId(ctx, forMeeting);
    const row = { id: ctx.newId(), publicId: ctx.newPublicId() };
    await ctx.db.insert(stressScenario).values({
      ...row,
      name,
      given: { ask, case: given },
      result,
      inputHash: createHash("sha256").update(JSON.stringify(given)).digest("hex"),
      meetingId,
      keptBy: personOf(ctx.actor),
      keptAt: ctx.now,
    });
    return { ...row, result };
  },
  audit: ({ name }, { id }) => ({ subjectKind: "stress_scenario", subjectId: id, detail: { name } }),
});

async function toCase(
  ctx: Context,
  { reporter, shocks, responses, weeks, ...assumed }: Ask,
): Promise<ChainCase> {
  const ore = lastYearOf(await readAmounts(ctx, reporter, ["ore"], "lce"));
  const salt = lastYearOf(await readAmounts(ctx, reporter, salts, "lce"));
  const base = baseCaseOf({ ore, salt }, assumed);
  const known = new Set(base.links.flatMap(({ sources }) => Object.keys(sources)));
  return {
    ...base,
    shocks: shocks.filter(({ source }) => known.has(source)).map(withoutUndefined),
    responses: responses
      .map(({ ramp, ...one }) => ({
        ...withoutUndefined(one),
        sources: one.sources.filter((source) => known.has(source)),
        ...(ramp !== undefined && { ramp }),
      }))
      .filter(({ sources }) => sources.length > 0),
    weeks,
  };
}

/** An optional field that was not given is not there. */
function withoutUndefined<
  T extends {
    readonly fromWeek: number;
    readonly weeks?: number | undefined;
    readonly links?: Ask["shocks"][number]["links"];
  },
>({ weeks, links, ...rest }: T) {
  return { ...rest, ...(weeks !== undefined && { weeks }), ...(links && { links }) };
}

async function requireMeetingId(ctx: Context, publicId: string): Promise<string> {
  const [row] = await ctx.db.select({ id: meeting.id }).from(meeting).where(eq(meeting.publicId, publicId));
  if (!row) throw new LilinkError("NOT_FOUND");
  return row.id;
}

export type KeptResult = Omit<LinkResult, "weeks">;

/** Scenarios that the secretariat keeps, the latest first. */
export const listScenarios = defineQuery({
  name: "supply.scenarios",
  input: loadSupplySchema.pick({ reporter: true }),
  authorize: { action: "series.adopt" },
  run: async (ctx) => {
    const rows = await ctx.db
      .select({
        publicId: stressScenario.publicId,
        name: stressScenario.name,
        given: stressScenario.given,
        result: stressScenario.result,
        inputHash: stressScenario.inputHash,
        keptAt: stressScenario.keptAt,
        meeting: meeting.publicId,
        meetingTitle: meeting.title,
      })
      .from(stressScenario)
      .leftJoin(meeting, eq(meeting.id, stressScenario.meetingId))
      .orderBy(desc(stressScenario.keptAt))
      .limit(50);
    return rows.map(({ given, result, ...row }) => ({
      ...row,
      ask: (given as { ask: Ask }).ask,
      result: result as readonly KeptResult[],
    }));
  },
});

/** Takes a scenario away that no meeting holds. */
export const dropScenario = defineMutation({
  name: "supply.dropScenario",
  input: tradeLoadRefSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx, { publicId }) => {
    const [row] = await ctx.db
      .select({ id: stressScenario.id, meetingId: stressScenario.meetingId })
      .from(stressScenario)
      .where(eq(stressScenario.publicId, publicId));
    if (!row) throw new LilinkError("NOT_FOUND");
    if (row.meetingId) throw new LilinkError("WRONG_STATE", { state: "frozen" });
    await ctx.db.delete(stressScenario).where(eq(stressScenario.id, row.id));
    return { id: row.id };
  },
  audit: (_input, { id }) => ({ subjectKind: "stress_scenario", subjectId: id }),
});

/** Whether a month or year belongs to the twelve months, or to the year, that end with another. */
function isWithin(period: string, last: string): boolean {
  if (last.length === 4) return period.slice(0, 4) === last;
  const before = `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`;
  return period.length === 7 && period > before && period <= last;
}

/** The cheapest mix of the sources of a product under a ceiling, at what a tonne of each costs now. [SU9] */
export const loadDiversified = defineQuery({
  name: "supply.diversify",
  input: diversifySchema,
  authorize: { action: "goal.browse" },
  run: async (ctx, { reporter, product, growth, ceiling }) => {
    const sums = await readAmounts(ctx, reporter, [product], "tonnes");
    const imports = sums.filter(({ flow }) => flow === "import");
    const window = latestWindow(imports);
    if (!window) return null;
    const priced = (await readPriced(ctx, reporter, product)).filter(
      ({ flow, period }) => flow === "import" && isWithin(period, window.period),
    );
    const priceOf = (source: string) => {
      const own = priced.filter(({ partner }) => partner === source);
      const tonnes = own.reduce((sum, one) => sum + one.amount, 0);
      return tonnes > 0 ? own.reduce((sum, { usd }) => sum + usd, 0) / tonnes : null;
    };
    const offers = window.sources.flatMap(({ source, amount }) => {
      const cost = priceOf(source);
      return cost === null || amount <= 0 ? [] : [{ source, most: amount * (1 + growth), cost }];
    });
    const need = window.sources.reduce((sum, { amount }) => sum + amount, 0);
    return {
      period: window.period,
      need,
      now: window.sources,
      offers,
      found: diversify({ need, offers, ceiling }),
    };
  },
});
