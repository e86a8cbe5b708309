import { loadResultSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import type { RelayClaimState, RelayStep, RelayStepState } from "@lilink/model/fund/life";
import type { independentUses } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import type { Body } from "../application/read-application.ts";
import { readSources, readTakers } from "./read-own-sides.ts";
import { readResults } from "./read-results.ts";
import { sumClock } from "./sum-relay.ts";

export type RelayStepView = {
  readonly publicId: string;
  readonly step: RelayStep;
  readonly state: RelayStepState;
  readonly isOwn: boolean;
  readonly toldAt: string;
  readonly happenedOn: string;
  readonly words: string;
  readonly useKind: (typeof independentUses)[number] | null;
  readonly volume: number | null;
  readonly unit: string | null;
  readonly answeredAt: string | null;
  readonly answer: string | null;
};
export type RelayClaimView = {
  readonly publicId: string;
  readonly taker: Body;
  readonly title: string;
  readonly state: RelayClaimState;
  readonly named: boolean;
  /** The introduction that wrote it, for both sides. [AC9] */
  readonly introduction: string | null;
  /** The reader's side; officers have none. */
  readonly side: "taker" | "holder" | null;
  readonly steps: readonly RelayStepView[];
};

/** The board of results by lane, and what the own organization may offer. [RY4] */
export const loadRelay = defineQuery({
  name: "relay.board",
  input: z.object({}),
  authorize: { action: "record.browse" },
  run: async (ctx) => {
    const results = await readResults(ctx, "offered");
    return {
      now: ctx.now,
      results: results.map(({ id: _id, ...result }) => result),
      clock: sumClock(results),
      sources: (await readSources(ctx))
        .filter(({ isOffered }) => !isOffered)
        .map(({ id: _id, ...source }) => source),
    };
  },
});

/** Where an achievement stands on the board, as everybody reads it; null where its owner did not put it there. [AC9] */
export const loadResultOfAchievement = defineQuery({
  name: "relay.ofAchievement",
  input: loadResultSchema,
  authorize: { action: "record.browse" },
  run: async (ctx, { publicId: achievement }) => {
    const found = await readResults(ctx, { achievement });
    const result = found.find(({ state }) => state === "offered") ?? found[0];
    return result
      ? {
          publicId: result.publicId,
          state: result.state,
          lane: result.lane,
          since: result.since,
          holder: result.holder,
        }
      : null;
  },
});

/** One result, and of who took it on what the reader may know: everything of the own side, and officers of both. [RY3] */
export const loadResult = defineQuery({
  name: "relay.result",
  input: loadResultSchema,
  authorize: { action: "record.browse" },
  run: async (ctx, { publicId }) => {
    const [found] = await readResults(ctx, { publicId });
    if (!found) throw new LilinkError("NOT_FOUND");
    const { id, ...result } = found;
    const { rows: claims } =
      await ctx.db.execute<RelayClaimView>(sql`select c.public_id as "publicId", c.title, c.state, c.named,
        (select i.public_id from introduction i where i.id = c.introduction_id) as introduction,
        (select jsonb_build_object('publicId', o.public_id, 'nameZh', o.name_zh, 'nameEn', o.name_en) from organization o where o.id = c.org_id) as taker,
        case app.org() when c.org_id then 'taker' when c.holder_id then 'holder' end as side,
        (select jsonb_agg(jsonb_build_object('publicId', s.public_id, 'step', s.step, 'state', s.state, 'isOwn', coalesce(s.told_org = app.org(), false),
            'toldAt', s.told_at, 'happenedOn', s.happened_on, 'words', s.words, 'useKind', s.use_kind, 'volume', s.volume::float8, 'unit', s.unit,
            'answeredAt', s.answered_at, 'answer', s.answer) order by s.told_at, s.id) from relay_step s where s.claim_id = c.id) as steps
      from relay_claim c where c.result_id = ${id} order by c.created_at desc, c.id desc`);
    const mayTake = !result.isOwn && result.state === "offered";
    const takers = mayTake ? (await readTakers(ctx)).map(({ id: _id, ...taker }) => taker) : [];
    return { now: ctx.now, result, claims, takers };
  },
});
