import { confirmSchema } from "@lilink/contract";
import { type FieldRule, LilinkError, toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { loadFactors } from "../factor/load-factors.ts";
import { askForPasskey } from "../factor/passkey.ts";
import { verifyFactor } from "../factor/verify-factor.ts";
import { findOwnHash } from "./find-own-hash.ts";
import { verifyPassword } from "./password.ts";
import { noteTry, trierOfPerson, waitOf } from "./throttle.ts";

/** What the person may prove itself by, with a fresh challenge for a passkey. */
export const askToConfirm = defineMutation({
  name: "session.askToConfirm",
  input: z.object({}).default({}),
  authorize: { action: "session.read", proof: true },
  run: async (ctx) => {
    const holder = { personId: personOf(ctx.actor) ?? "", step: null };
    const factors = await loadFactors(ctx, holder);
    return {
      password: (await findOwnHash(ctx)) !== null,
      totp: factors.some(({ kind, confirmed }) => kind === "totp" && confirmed),
      passkey: await askForPasskey(ctx, holder, factors),
    };
  },
  audit: () => null,
});

/** The session counts as proven for ten minutes from now on. Wrong answers slow down those that follow. [ID4] */
export const confirmSession = defineMutation({
  name: "session.confirm",
  input: confirmSchema,
  authorize: { action: "session.read", proof: true },
  run: async (ctx, input) => {
    const personId = personOf(ctx.actor) ?? "";
    const { password } = input;
    const prove =
      password === undefined
        ? async () => (await verifyFactor(ctx, { personId, step: null }, input)) !== null
        : async () => verifyPassword(await findOwnHash(ctx), password);
    await requireProof(
      ctx,
      prove,
      password === undefined ? ["code", "wrongCode"] : ["password", "wrongPassword"],
    );
    await ctx.db.execute(sql`select app.confirm_session(${ctx.now.toISOString()}::timestamptz)`);
    return {};
  },
  audit: () => ({ subjectKind: "session", subjectId: null }),
});

/** Throws unless the actor's proof holds; the wrong try is counted though the call fails. */
export async function requireProof(
  ctx: Context,
  prove: () => Promise<boolean>,
  [field, rule]: readonly [string, FieldRule],
): Promise<void> {
  const trier = trierOfPerson(personOf(ctx.actor) ?? "");
  const seconds = await waitOf(ctx, trier);
  if (seconds > 0) throw new LilinkError("LIMIT_REACHED", { seconds });
  const right = await prove();
  await noteTry(ctx, trier, right);
  if (!right) throw new Refusal("INVALID_INPUT", {}, toInputError([{ field, rule }]).faults);
}
