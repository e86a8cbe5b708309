import { definitionRefSchema } from "@lilink/contract";
import { definition } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { can, personOf } from "@lilink/model/policy";
import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { readVersions, type StoredDefinition } from "./read-definitions.ts";
import { tellProposer } from "./tell-proposer.ts";

/** Whether the actor takes back a proposal of their own, or turns down another's as a secretary. */
export function mayWithdraw({ actor }: Context, { proposedBy }: StoredDefinition): boolean {
  const own = proposedBy !== null && proposedBy === personOf(actor);
  return can(actor, own ? "definition.propose" : "definition.adopt");
}

/** Takes a proposal off the table, once and for good: its number is not given again, so nobody adopts what they did not see. [DF7] */
export const withdrawDefinition = defineMutation({
  name: "definition.withdraw",
  input: definitionRefSchema,
  authorize: { action: "definition.propose" },
  run: async (ctx, { indicator, version }) => {
    const proposed = (await readVersions(ctx, indicator)).find((one) => one.version === version);
    if (!proposed) throw new LilinkError("NOT_FOUND");
    if (!mayWithdraw(ctx, proposed)) throw new LilinkError("FORBIDDEN", { action: "definition.withdraw" });
    const [row] = await ctx.db
      .update(definition)
      .set({ withdrawnAt: ctx.now })
      .where(
        and(
          eq(definition.indicator, indicator),
          eq(definition.version, version),
          eq(definition.adopted, false),
          isNull(definition.withdrawnAt),
        ),
      )
      .returning({ id: definition.id });
    if (!row) throw new LilinkError("WRONG_STATE");
    await tellProposer(ctx, proposed, "withdrawn");
    return { id: row.id };
  },
  audit: ({ indicator, version }, { id }) => ({
    subjectKind: "definition",
    subjectId: id,
    detail: { indicator, version },
  }),
});
