import { definition } from "@lilink/db/schema";
import { type Definition, type DefinitionContent, findVersion } from "@lilink/model/goals/definition";
import { asc, eq } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";

/** Of each indicator the adopted version that holds for a period ([DF7]). */
export async function definitionsInForce(ctx: Context, period: string): Promise<readonly Definition[]> {
  const rows = await ctx.db
    .select({
      indicator: definition.indicator,
      version: definition.version,
      fromPeriod: definition.fromPeriod,
      content: definition.content,
    })
    .from(definition)
    .where(eq(definition.adopted, true))
    .orderBy(asc(definition.indicator));
  return [...new Set(rows.map(({ indicator }) => indicator))].flatMap((indicator) => {
    const own = rows.filter((row) => row.indicator === indicator);
    const found = findVersion(own, period);
    return found
      ? [
          {
            ...(found.content as DefinitionContent),
            indicator,
            version: found.version,
            fromPeriod: found.fromPeriod,
          },
        ]
      : [];
  });
}
