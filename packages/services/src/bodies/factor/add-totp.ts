import { totpBeginSchema, totpConfirmSchema } from "@lilink/contract";
import { person } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { eq, sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { addFactor } from "./add-factor.ts";
import { finishAdding, manageFactors } from "./finish-adding.ts";
import { loadFactors } from "./load-factors.ts";
import { mintSecret, stepOfCode, toOtpAddress } from "./totp.ts";

/** A secret for an authenticator, shown until its first code proves that it arrived. */
export const beginTotp = defineMutation({
  name: "factor.beginTotp",
  input: totpBeginSchema,
  authorize: manageFactors,
  run: async (ctx, input) => {
    const personId = personOf(ctx.actor) ?? "";
    const [self] = await ctx.db.select({ email: person.email }).from(person).where(eq(person.id, personId));
    const id = ctx.newId();
    const secret = mintSecret();
    await addFactor(ctx, {
      id,
      kind: "totp",
      label: input.label,
      secret: ctx.identity.seal(secret, personId),
      confirmed: false,
    });
    return { id, secret, address: toOtpAddress(secret, self?.email ?? "") };
  },
  audit: () => null,
});

/** From now on signing in asks for it. The step of the code is spent. */
export const confirmTotp = defineMutation({
  name: "factor.confirmTotp",
  input: totpConfirmSchema,
  authorize: manageFactors,
  run: async (ctx, input) => {
    const personId = personOf(ctx.actor) ?? "";
    const factors = await loadFactors(ctx, { personId, step: null });
    const factor = factors.find(({ id, confirmed }) => id === input.id && !confirmed);
    if (!factor) throw new LilinkError("NOT_FOUND");
    const step = stepOfCode(ctx, personId, factor, input.code.replace(/\s/g, ""));
    if (step === null) throw toInputError([{ field: "code", rule: "wrongCode" }]);
    const { rows } = await ctx.db.execute<{ done: boolean }>(
      sql`select app.confirm_factor(${factor.id}::uuid, ${step}::bigint, ${ctx.now.toISOString()}::timestamptz) as done`,
    );
    if (!rows[0]?.done) throw new LilinkError("NOT_FOUND");
    return finishAdding(ctx, factor.id);
  },
  audit: (_input, { id }) => ({ subjectKind: "factor", subjectId: id, detail: { kind: "totp" } }),
});
