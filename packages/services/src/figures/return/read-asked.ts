import { definition } from "@lilink/db/schema";
import type { Definition, DefinitionContent } from "@lilink/model/goals/definition";
import type { AskedReturn } from "@lilink/model/return";
import { and, eq, or } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

type Row = typeof definition.$inferSelect;

function toDefinition({ indicator, version, fromPeriod, content }: Row): Definition {
  return { ...(content as unknown as DefinitionContent), indicator, version, fromPeriod };
}

/** What a return was opened with, in its order. */
export async function readAsked(
  ctx: Context,
  form: { readonly definitions: Readonly<Record<string, number>>; readonly components: readonly string[] },
): Promise<AskedReturn> {
  const wanted = Object.entries(form.definitions).map(([indicator, version]) =>
    and(eq(definition.indicator, indicator), eq(definition.version, version)),
  );
  const rows =
    wanted.length === 0
      ? []
      : await ctx.db
          .select()
          .from(definition)
          .where(or(...wanted));
  const definitions = rows.map(toDefinition).sort((a, b) => (a.indicator < b.indicator ? -1 : 1));
  const byCode = new Map(definitions.flatMap(({ components }) => components).map((one) => [one.code, one]));
  return { definitions, components: form.components.flatMap((code) => byCode.get(code) ?? []) };
}
