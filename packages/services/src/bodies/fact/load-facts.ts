import { publicIdSchema } from "@lilink/contract";
import { bodyFact, factContest, organization } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import { bodyFacts, chooseStatement, contestable, judgeFact } from "@lilink/model/organization";
import { can, isOfficer, organizationOf } from "@lilink/model/policy";
import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { listBarred } from "../../ground/actor/barred.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readStatements } from "./statements.ts";

/**
 * What the directory says of a body: who says it, how sure it is, when it is checked next. The body itself and officers read every statement with its
 * evidence, and what was contested; others what holds. [BD6] [BD7]
 */
export const loadFacts = defineQuery({
  name: "fact.load",
  input: z.object({ organization: publicIdSchema }),
  authorize: { action: "organization.browse" },
  run: async (ctx, input) => {
    const [body] = await ctx.db
      .select()
      .from(organization)
      .where(eq(organization.publicId, input.organization));
    if (!body) throw new LilinkError("NOT_FOUND");
    const own = body.id === organizationOf(ctx.actor);
    const keeps = isOfficer(ctx.actor) && !(await listBarred(ctx)).has(body.id);
    const today = toShanghaiDate(ctx.now);
    const said = await readStatements(ctx, body);
    const evidence = await ctx.db
      .select({
        fact: bodyFact.fact,
        value: bodyFact.value,
        basis: bodyFact.basis,
        on: bodyFact.saidOn,
        evidence: bodyFact.evidence,
      })
      .from(bodyFact)
      .where(eq(bodyFact.organizationId, body.id))
      .orderBy(desc(bodyFact.recordedAt));
    return {
      own,
      keeps,
      /** Whether the reader files contests for this body. */
      contests: own && can(ctx.actor, "organization.edit", { owner: true }),
      facts: bodyFacts.flatMap((fact) => {
        const held = chooseStatement(said[fact]);
        if (!held) return [];
        return [
          {
            fact,
            value: held.value,
            basis: held.basis,
            on: held.on,
            ...judgeFact(said[fact], today),
            contestable: contestable.some((one) => one === fact),
            statements: own || keeps ? said[fact] : [],
            evidence: evidence.filter((one) => one.fact === fact),
          },
        ];
      }),
      contested: await ctx.db
        .select(contestColumns)
        .from(factContest)
        .where(eq(factContest.organizationId, body.id))
        .orderBy(desc(factContest.filedAt)),
    };
  },
});

/** What both sides read of a contest. */
export const contestColumns = {
  publicId: factContest.publicId,
  fact: factContest.fact,
  state: factContest.state,
  said: factContest.said,
  wanted: factContest.wanted,
  place: factContest.place,
  reason: factContest.reason,
  filedAt: factContest.filedAt,
  evidence: factContest.evidence,
  answeredAt: factContest.answeredAt,
};
