import { factorRefSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineMutation } from "../../kernel/define.ts";
import { manageFactors } from "./finish-adding.ts";
import { loadFactors } from "./load-factors.ts";
import { renewCodes } from "./recovery.ts";
import { tellOfChange } from "./tell-of-change.ts";

/** Signing in asks for it no more; recovery codes go with the last one. */
export const removeFactor = defineMutation({
  name: "factor.remove",
  input: factorRefSchema,
  authorize: manageFactors,
  run: async (ctx, input) => {
    const { rows } = await ctx.db.execute<{ done: boolean }>(
      sql`select app.remove_factor(${input.id}::uuid) as done`,
    );
    if (!rows[0]?.done) throw new LilinkError("NOT_FOUND");
    await tellOfChange(ctx, personOf(ctx.actor) ?? "", "factorRemoved");
    return { id: input.id };
  },
  audit: (input) => ({ subjectKind: "factor", subjectId: input.id }),
});

/** Ten new recovery codes; those that were end. */
export const renewRecovery = defineMutation({
  name: "factor.renewRecovery",
  input: z.object({}).default({}),
  authorize: manageFactors,
  run: async (ctx) => {
    const personId = personOf(ctx.actor) ?? "";
    const factors = await loadFactors(ctx, { personId, step: null });
    if (!factors.some(({ confirmed }) => confirmed))
      throw new LilinkError("WRONG_STATE", { state: "noFactor" });
    await tellOfChange(ctx, personId, "codes");
    return { codes: await renewCodes(ctx, personId) };
  },
  audit: () => ({ subjectKind: "factor", subjectId: null }),
});
