import { reserveCover } from "@lilink/db/schema";
import { registerOf } from "@lilink/model/register";
import { latestWindow } from "@lilink/model/supply";
import { depositTypesOf } from "@lilink/model/supply/technique";
import { tradeProduct, tradeProductOf } from "@lilink/model/supply/trade";
import { desc, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";
import { readCeiling } from "./load-supply.ts";
import { readAmounts } from "./read-amounts.ts";

/** Where one concept comes from: its imports and how concentrated they are, its deposits and projects abroad, and how long the reserve lasts. [SU10] */
export const loadConceptSupply = defineQuery({
  name: "supply.concept",
  input: z.object({ concept: z.string().min(1, "required").max(80, "tooLong") }),
  authorize: { action: "goal.browse" },
  run: async (ctx, { concept }) => {
    const types = depositTypesOf(concept);
    const imports = await readImports(ctx, concept);
    return {
      imports,
      types,
      deposits: await countOf(ctx, "deposit", types),
      projects: await countOf(ctx, "overseasProject", types),
      cover: imports === null && types.length === 0 ? null : await readCover(ctx),
    };
  },
});

async function readImports(ctx: Context, concept: string) {
  const product = tradeProductOf(concept);
  if (product === null) return null;
  const basis = tradeProduct(product).factor === null ? "tonnes" : "lce";
  const sums = await readAmounts(ctx, "CN", [product], basis);
  const imports = sums.filter(({ flow }) => flow === "import");
  const window = latestWindow(imports);
  const top = window?.concentration?.shares[0];
  if (!window?.concentration || !top) return null;
  const { percent, decidedAt } = await readCeiling(ctx);
  return {
    product,
    basis,
    period: window.period,
    total: window.total,
    top,
    low: window.concentration.low,
    high: window.concentration.high,
    ceiling: percent,
    /** Else it is the aim of the European Union, and the group has set none. */
    isCeilingSet: decidedAt !== null,
    /** One source gives more than the group wants of any. */
    isSingle: top.share * 100 > percent,
    sample: imports.some(({ sample }) => sample),
  };
}

/** Live rows of a register that everybody may read, of some types of deposit. */
async function countOf(
  ctx: Context,
  name: "deposit" | "overseasProject",
  types: readonly string[],
): Promise<number> {
  if (types.length === 0) return 0;
  const register = registerOf(name);
  const { rows } = await ctx.db.execute<{ count: number }>(
    sql`select count(*)::int as count from ${headOf(register)} h
      join ${versionOf(register)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone' where v.type = any (${sql.param(types)}::text[])`,
  );
  return rows[0]?.count ?? 0;
}

async function readCover(ctx: Context) {
  const [cover] = await ctx.db
    .select({ month: reserveCover.month, low: reserveCover.low, high: reserveCover.high })
    .from(reserveCover)
    .orderBy(desc(reserveCover.month))
    .limit(1);
  return cover ?? null;
}
