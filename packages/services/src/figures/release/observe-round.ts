import { releaseObservation } from "@lilink/db/schema";
import { keepCounted, type Observation } from "@lilink/model/goals/exchange";
import type { Period } from "@lilink/model/return";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { measureExchange } from "../activity/measure-exchange.ts";

type Asked = { readonly id: string; readonly createdAt: Date };
type Round = { readonly id: string; readonly period: Period };

/**
 * What the exchange counted of itself for a round: in its earlier releases, oldest first, and for this one. What is kept with a
 * release is what it counted; else it is counted as of the instant at which it was asked for, from what the last one counted. [EX6]
 */
export async function observeRound(
  ctx: Context,
  release: Asked,
  round: Round,
  earlier: readonly Asked[],
): Promise<{ readonly now: readonly Observation[]; readonly earlier: readonly (readonly Observation[])[] }> {
  const counted: (readonly Observation[])[] = [];
  for (const one of [...earlier, release])
    counted.push(
      (await findKept(ctx, one, round)) ??
        keepCounted(counted.at(-1) ?? [], await measureExchange(ctx, round.period, one.createdAt)),
    );
  return { now: counted.at(-1) ?? [], earlier: counted.slice(0, -1) };
}

async function findKept(ctx: Context, release: Asked, round: Round): Promise<readonly Observation[] | null> {
  const [row] = await ctx.db
    .select({ observations: releaseObservation.observations })
    .from(releaseObservation)
    .where(and(eq(releaseObservation.releaseId, release.id), eq(releaseObservation.roundId, round.id)));
  return row?.observations ?? null;
}
