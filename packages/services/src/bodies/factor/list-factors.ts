import { secondFactor } from "@lilink/db/schema";
import type { FactorKind } from "@lilink/model/identity";
import { personOf } from "@lilink/model/policy";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { countCodes } from "./recovery.ts";

/** The person's second factors and how many recovery codes are left; never what any of them holds. */
export const listFactors = defineQuery({
  name: "factor.list",
  input: z.object({}).default({}),
  authorize: { action: "factor.manage", resource: () => ({ self: true }) },
  run: async (ctx) => {
    const rows = await ctx.db
      .select({
        id: secondFactor.id,
        kind: secondFactor.kind,
        label: secondFactor.label,
        createdAt: secondFactor.createdAt,
        usedAt: secondFactor.usedAt,
      })
      .from(secondFactor)
      .where(and(eq(secondFactor.personId, personOf(ctx.actor) ?? ""), isNotNull(secondFactor.confirmedAt)))
      .orderBy(asc(secondFactor.createdAt));
    const factors = rows.map((row) => ({ ...row, kind: row.kind as FactorKind }));
    return { factors, codesLeft: await countCodes(ctx) };
  },
});
