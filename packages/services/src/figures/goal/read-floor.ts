import { goalFloor } from "@lilink/db/schema";
import { desc } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** Before the group has decided: the line of the first surveys. */
const firstFloor = 80;

/** The share of returns in percent below which a figure is judged with care, with why and when the group set it. [PG20] */
export type CoverageFloor = {
  readonly percent: number;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
};

/** What holds now; the last decision counts. */
export async function readFloor(ctx: Context): Promise<CoverageFloor> {
  const [row] = await ctx.db
    .select({ percent: goalFloor.percent, reason: goalFloor.reason, decidedAt: goalFloor.decidedAt })
    .from(goalFloor)
    .orderBy(desc(goalFloor.decidedAt), desc(goalFloor.id))
    .limit(1);
  return row ?? { percent: firstFloor, reason: null, decidedAt: null };
}
