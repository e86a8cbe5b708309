import { contestWithdrawSchema, factContestSchema } from "@lilink/contract";
import { factContest, organization } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { chooseStatement, contestMachine } from "@lilink/model/organization";
import { personOf } from "@lilink/model/policy";
import { and, eq } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { readStatements } from "./statements.ts";

/** A body says that something about it is wrong, and what it should read. What stands goes on standing until an officer has answered. [BD7] */
export const contestFact = defineMutation({
  name: "fact.contest",
  input: factContestSchema,
  authorize: { action: "organization.edit", resource: ownOrganization },
  run: async (ctx, input) => {
    const organizationId = requireOwn(ctx);
    const [body] = await ctx.db.select().from(organization).where(eq(organization.id, organizationId));
    if (!body) throw new LilinkError("NOT_FOUND");
    const said =
      input.fact === "elsewhere"
        ? null
        : (chooseStatement((await readStatements(ctx, body))[input.fact])?.value ?? null);
    if (input.fact !== "elsewhere" && said === null)
      throw toInputError([{ field: "fact", rule: "notInList" }]);
    if (said === input.wanted) throw toInputError([{ field: "wanted", rule: "duplicate" }]);
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    const filed = await ctx.db
      .insert(factContest)
      .values({
        id,
        publicId,
        organizationId,
        fact: input.fact,
        state: contestMachine.start,
        said,
        wanted: input.wanted,
        place: input.fact === "elsewhere" ? input.place : null,
        reason: input.reason,
        filedBy: personOf(ctx.actor),
        filedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: factContest.id });
    if (filed.length === 0) throw toInputError([{ field: "fact", rule: "contestOpen" }]);
    await ctx.enqueue("notice.deliver", {
      kind: "fact.contested",
      causeKey: id,
      path: "/review/facts",
      params: { organization: body.nameZh },
      officers: true,
    });
    return { id, publicId };
  },
  audit: ({ fact }, { id }) => ({ subjectKind: "fact_contest", subjectId: id, detail: { fact } }),
});

export const withdrawContest = defineMutation({
  name: "fact.withdraw",
  input: contestWithdrawSchema,
  authorize: { action: "organization.edit", resource: ownOrganization },
  run: async (ctx, { publicId }) => {
    const own = and(eq(factContest.publicId, publicId), eq(factContest.organizationId, requireOwn(ctx)));
    const [row] = await ctx.db
      .select({ id: factContest.id, state: factContest.state })
      .from(factContest)
      .where(own);
    if (!row) throw new LilinkError("NOT_FOUND");
    const done = await ctx.db
      .update(factContest)
      .set({ state: contestMachine.steps.withdraw.to, answeredAt: ctx.now })
      .where(and(own, eq(factContest.state, contestMachine.start)))
      .returning({ id: factContest.id });
    if (done.length === 0) throw new LilinkError("WRONG_STATE", { state: row.state });
    return { id: row.id };
  },
  audit: (_input, { id }) => ({ subjectKind: "fact_contest", subjectId: id }),
});
