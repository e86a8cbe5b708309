import { definition } from "@lilink/db/schema";
import type { Definition, DefinitionContent } from "@lilink/model/goals/definition";
import { type Period, parsePeriod } from "@lilink/model/return";
import { asc, eq } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";

/** Of each indicator the latest adopted version that holds for a period. */
export async function definitionsInForce(ctx: Context, period: Period): Promise<readonly Definition[]> {
  const rows = await ctx.db
    .select({
      indicator: definition.indicator,
      version: definition.version,
      fromPeriod: definition.fromPeriod,
      content: definition.content,
    })
    .from(definition)
    .where(eq(definition.adopted, true))
    .orderBy(asc(definition.indicator), asc(definition.version));
  const found = new Map<string, Definition>();
  for (const { content, ...row } of rows) {
    const from = parsePeriod(row.fromPeriod);
    if (!from || from.firstDay > period.firstDay) continue;
    found.set(row.indicator, { ...(content as DefinitionContent), ...row });
  }
  return [...found.values()];
}
