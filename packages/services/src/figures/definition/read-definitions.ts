import { definition } from "@lilink/db/schema";
import type { Definition, DefinitionContent } from "@lilink/model/goals/definition";
import { and, asc, eq, ne } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** A stored version; row security leaves out proposals for all but officers. */
export type StoredDefinition = Definition & {
  readonly adopted: boolean;
  readonly reason: string;
  readonly proposedBy: string | null;
  readonly adoptedBy: string | null;
  readonly adoptedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly createdAt: Date;
};

/** All versions of an indicator, oldest first. */
export async function readVersions(ctx: Context, indicator: string): Promise<readonly StoredDefinition[]> {
  const rows = await ctx.db
    .select()
    .from(definition)
    .where(eq(definition.indicator, indicator))
    .orderBy(asc(definition.version));
  return rows.map(({ id: _id, content, ...row }) => ({ ...(content as DefinitionContent), ...row }));
}

/** Of every other indicator the newest adopted version: what a definition's expressions may name. */
export async function readOthers(ctx: Context, indicator: string): Promise<readonly Definition[]> {
  const rows = await ctx.db
    .select({
      indicator: definition.indicator,
      version: definition.version,
      fromPeriod: definition.fromPeriod,
      content: definition.content,
    })
    .from(definition)
    .where(and(eq(definition.adopted, true), ne(definition.indicator, indicator)))
    .orderBy(asc(definition.indicator), asc(definition.version));
  return [
    ...new Map(
      rows.map(({ content, ...row }) => [row.indicator, { ...(content as DefinitionContent), ...row }]),
    ).values(),
  ];
}
