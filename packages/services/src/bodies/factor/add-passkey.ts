import { passkeyAddSchema } from "@lilink/contract";
import { person } from "@lilink/db/schema";
import { toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { defineMutation } from "../../kernel/define.ts";
import { addFactor } from "./add-factor.ts";
import { finishAdding, manageFactors } from "./finish-adding.ts";
import { loadFactors } from "./load-factors.ts";
import { askForNewPasskey, readNewPasskey } from "./passkey.ts";

/** What the browser needs to make a passkey; the challenge stands for five minutes. */
export const beginPasskey = defineMutation({
  name: "factor.beginPasskey",
  input: z.object({}).default({}),
  authorize: manageFactors,
  run: async (ctx) => {
    const personId = personOf(ctx.actor) ?? "";
    const [self] = await ctx.db.select({ email: person.email }).from(person).where(eq(person.id, personId));
    const holder = { personId, step: null };
    return askForNewPasskey(ctx, holder, self?.email ?? "", await loadFactors(ctx, holder));
  },
  audit: () => null,
});

/** Keeps the public key of a passkey that answered our challenge from our own page. */
export const addPasskey = defineMutation({
  name: "factor.addPasskey",
  input: passkeyAddSchema,
  authorize: manageFactors,
  run: async (ctx, input) => {
    const credential = await readNewPasskey(
      ctx,
      { personId: personOf(ctx.actor) ?? "", step: null },
      input.passkey,
    );
    if (!credential) throw toInputError([{ field: "passkey", rule: "wrongCode" }]);
    const id = ctx.newId();
    await addFactor(ctx, { id, kind: "passkey", label: input.label, credential, confirmed: true });
    return finishAdding(ctx, id);
  },
  audit: (_input, { id }) => ({ subjectKind: "factor", subjectId: id, detail: { kind: "passkey" } }),
});
