import { definitionRefSchema } from "@lilink/contract";
import { definition } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import { judgeDefinition, listComponents, mayBegin } from "@lilink/model/goals/definition";
import { personOf } from "@lilink/model/policy";
import { and, eq, isNull, sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { readOthers, readVersions } from "./read-definitions.ts";
import { tellProposer } from "./tell-proposer.ts";

/**
 * A secretary who did not propose it adopts a version; it holds from its period on and is never changed. One whose period is
 * over, or that stands behind an adopted one, is proposed anew. [DF7]
 */
export const adoptDefinition = defineMutation({
  name: "definition.adopt",
  input: definitionRefSchema,
  authorize: { action: "definition.adopt" },
  run: async (ctx, { indicator, version }) => {
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('definition'), hashtext(${indicator}))`);
    const versions = await readVersions(ctx, indicator);
    const proposed = versions.find((one) => one.version === version);
    if (!proposed || proposed.withdrawnAt) throw new LilinkError("NOT_FOUND");
    const newest = versions.findLast(({ adopted }) => adopted)?.version ?? 0;
    if (proposed.adopted || version < newest || !mayBegin(proposed.fromPeriod, toShanghaiDate(ctx.now)))
      throw new LilinkError("WRONG_STATE");
    const own = personOf(ctx.actor);
    if (proposed.proposedBy === own) throw new LilinkError("FORBIDDEN", { action: "definition.adopt" });
    // What it names may have changed since it was proposed.
    const faults = judgeDefinition(proposed, listComponents(await readOthers(ctx, indicator)));
    if (faults.length > 0) throw new LilinkError("WRONG_STATE");
    const adopted = await ctx.db
      .update(definition)
      .set({ adopted: true, adoptedBy: own, adoptedAt: ctx.now })
      .where(
        and(
          eq(definition.indicator, indicator),
          eq(definition.version, version),
          eq(definition.adopted, false),
          isNull(definition.withdrawnAt),
        ),
      )
      .returning({ id: definition.id });
    const [row] = adopted;
    if (!row) throw new LilinkError("WRONG_STATE");
    await tellProposer(ctx, proposed, "adopted");
    return { id: row.id, version };
  },
  audit: ({ indicator, version }, { id }) => ({
    subjectKind: "definition",
    subjectId: id,
    detail: { indicator, version },
  }),
});
