import { pageInput } from "@lilink/contract";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";
import { readCalls } from "../call/read-calls.ts";
import { readResults } from "../relay/read-results.ts";
import { sumClock, sumMoneyByReach } from "../relay/sum-relay.ts";
import { readAwards, readMoney } from "./read-awards.ts";
import { type PortfolioSums, sumPortfolio } from "./sum-portfolio.ts";
import { titleConcept } from "./title-concept.ts";

type Asked = { readonly cursor?: string | undefined; readonly limit: number };

/** A page of awards with the call of each, the newest start first. */
async function pageOfAwards(ctx: Context, { cursor, limit }: Asked) {
  const found = await readAwards(ctx, {
    ...(cursor !== undefined && { after: readKeyCursor(cursor) }),
    limit: limit + 1,
  });
  const callOf = await readCallNames(
    ctx,
    found.map(({ callId }) => callId),
  );
  return toPage(
    found,
    limit,
    ({ startsOn, id }) => [startsOn, id],
    ({ id: _id, callId, ...award }) => ({ ...award, call: callOf.get(callId) ?? null }),
  );
}

type CallName = {
  readonly publicId: string;
  readonly number: string;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
};

async function readCallNames(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, CallName>> {
  const { rows } = await ctx.db.execute<CallName & { readonly id: string }>(
    sql`select h.id, h.public_id as "publicId", v.number, v.title_zh as "titleZh", v.title_en as "titleEn"
      from fund_call h join fund_call_version v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
      where h.id = any (${sql.param([...new Set(ids)])}::uuid[])`,
  );
  return new Map(rows.map(({ id, ...call }) => [id, call]));
}

/** So many dormant ones are named; the sum counts all. */
const mostNamed = 20;

async function nameDormant(ctx: Context, dormant: PortfolioSums["dormant"]) {
  const largest = dormant.toSorted((a, b) => b.amount - a.amount).slice(0, mostNamed);
  const { rows } = await ctx.db.execute<{ readonly publicId: string; readonly title: string }>(
    sql`select public_id as "publicId", title from fund_award where public_id = any (${sql.param(largest.map(({ publicId }) => publicId))}::text[])`,
  );
  const titles = new Map(rows.map(({ publicId, title }) => [publicId, title]));
  return largest.map((one) => {
    const title = titles.get(one.publicId) ?? one.publicId;
    return { ...one, title, concept: titleConcept(title) };
  });
}

/** Grants page by page, for files of all of them. [FU21] */
export const listAwards = defineQuery({
  name: "fund.grants",
  input: pageInput,
  authorize: { action: "record.browse" },
  run: pageOfAwards,
});

/** The portfolio: calls, money by year and class, the figures above them, and one page of projects with their plans. [FU19] [FU20] */
export const loadPortfolio = defineQuery({
  name: "fund.portfolio",
  input: pageInput.extend({ limit: pageInput.shape.limit.default(50) }),
  authorize: { action: "record.browse" },
  run: async (ctx, asked) => {
    const [calls, money] = [await readCalls(ctx), await readMoney(ctx)];
    const { items: awards, nextCursor } = await pageOfAwards(ctx, asked);
    const all = await readResults(ctx, "all");
    const results = all.filter(({ state }) => state === "offered");
    const given = new Map<string, { running: number; ended: number }>();
    for (const { callId, amount, state } of money) {
      const own = given.get(callId) ?? { running: 0, ended: 0 };
      own[state === "active" ? "running" : "ended"] += amount;
      given.set(callId, own);
    }
    const sums = sumPortfolio(money, ctx.now);
    const funded = money.filter(({ state }) => state !== "terminated");
    return {
      now: ctx.now,
      calls: calls.map(({ id, anchors: _anchors, ...call }) => ({
        ...call,
        given: given.get(id) ?? { running: 0, ended: 0 },
      })),
      count: money.length,
      awards,
      nextCursor,
      sums,
      /** The largest that sleep, by name. */
      dormant: await nameDormant(ctx, sums.dormant),
      relay: {
        clock: sumClock(results),
        money: sumMoneyByReach(funded, all),
        results: results.map(({ id: _id, ...result }) => result),
      },
    };
  },
});
