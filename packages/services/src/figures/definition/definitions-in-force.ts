import { definition } from "@lilink/db/schema";
import { type Definition, type DefinitionContent, findVersion } from "@lilink/model/goals/definition";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/**
 * Of each indicator the adopted version that holds for a period ([DF7]).
 * @param given.pinned versions that figures were made by, by indicator: these and no later ones
 * @param given.of these indicators alone
 */
export async function definitionsInForce(
  ctx: Context,
  period: string,
  {
    pinned = {},
    of,
  }: { readonly pinned?: Readonly<Record<string, number>>; readonly of?: readonly string[] } = {},
): Promise<readonly Definition[]> {
  const rows = await ctx.db
    .select({
      indicator: definition.indicator,
      version: definition.version,
      fromPeriod: definition.fromPeriod,
      content: definition.content,
    })
    .from(definition)
    .where(and(eq(definition.adopted, true), of ? inArray(definition.indicator, [...of]) : undefined))
    .orderBy(asc(definition.indicator));
  return [...new Set(rows.map(({ indicator }) => indicator))].flatMap((indicator) => {
    const own = rows.filter((row) => row.indicator === indicator);
    const wanted = pinned[indicator];
    const found =
      wanted === undefined ? findVersion(own, period) : own.find(({ version }) => version === wanted);
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
