import { returnForm, returnRound } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { can, organizationOf, personOf } from "@lilink/model/policy";
import type { ReturnState } from "@lilink/model/return";
import { eq } from "drizzle-orm";
import { listBarred } from "../../ground/actor/barred.ts";
import type { Context } from "../../kernel/context.ts";
import { Unseen } from "../../kernel/unseen.ts";

export type FormRow = typeof returnForm.$inferSelect;
export type RoundRow = typeof returnRound.$inferSelect;
export type Form = { readonly form: FormRow; readonly round: RoundRow };

/** A return that the actor may see: filers of its organization and its checkers; for everybody else it is not there. */
export async function loadForm(ctx: Context, publicId: string): Promise<Form> {
  const [found] = await ctx.db
    .select({ form: returnForm, round: returnRound })
    .from(returnForm)
    .innerJoin(returnRound, eq(returnRound.id, returnForm.roundId))
    .where(eq(returnForm.publicId, publicId));
  if (!found) throw new Unseen(publicId);
  return found;
}

/** The same for the maker's side: what a checker merely may check is NOT_FOUND here. */
export async function loadOwnForm(ctx: Context, publicId: string): Promise<Form> {
  const found = await loadForm(ctx, publicId);
  if (found.form.organizationId !== organizationOf(ctx.actor)) throw new Unseen(publicId);
  return found;
}

type Reference = { readonly publicId: string };

/** For `authorize.resource` of the maker's verbs; whoever is not signed in hears that first. */
export async function ownForm(ctx: Context, { publicId }: Reference) {
  if (ctx.actor.kind === "anonymous") throw new LilinkError("NOT_SIGNED_IN");
  await loadOwnForm(ctx, publicId);
  return { owner: true };
}

/** For `authorize.resource` of decisions: whoever handed it in never decides; the database asks for more ([RT9]). */
export async function decidable(ctx: Context, { publicId }: Reference) {
  const { form } = await loadForm(ctx, publicId);
  const person = personOf(ctx.actor);
  return {
    ownReview: person !== null && form.submittedBy === person,
    conflict: (await listBarred(ctx)).has(form.organizationId),
  };
}

/** For `authorize.resource` of a checker's reading: nothing of another body of theirs, or a rival of one ([PL12]). */
export async function checkable(ctx: Context, { publicId }: Reference) {
  if (!can(ctx.actor, "return.check")) return {};
  const { form } = await loadForm(ctx, publicId);
  return { conflict: (await listBarred(ctx)).has(form.organizationId) };
}

/** Another was quicker, or the version that the caller saw is not the last. */
export function movedOn({
  state,
  version,
}: {
  readonly state: ReturnState;
  readonly version: number;
}): LilinkError {
  return new LilinkError("WRONG_STATE", { state, version });
}
