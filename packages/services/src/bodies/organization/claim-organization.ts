import { organizationClaimSchema } from "@lilink/contract";
import { claim, organization } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { claimMachine } from "@lilink/model/organization";
import { personOf } from "@lilink/model/policy";
import { and, count, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { takeTurn } from "../../kernel/take-turn.ts";

const mostOpenClaims = 5;

/**
 * Claims a profile of the directory with a code and a statement; proofs are attached to the claim. The answer never
 * tells whether some organization holds the code already: only an officer sees that.
 */
export const claimOrganization = defineMutation({
  name: "organization.claim",
  input: organizationClaimSchema,
  rate: "register",
  authorize: { action: "organization.claim" },
  run: async (ctx, input) => {
    const [target] = await ctx.db
      .select({ id: organization.id, status: organization.status, name: organization.nameZh })
      .from(organization)
      .where(eq(organization.publicId, input.publicId));
    if (!target) throw new LilinkError("NOT_FOUND");
    if (target.status !== "unclaimed") throw new LilinkError("WRONG_STATE", { state: target.status });
    await requireRoom(ctx);
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    const opened = await ctx.db
      .insert(claim)
      .values({
        id,
        publicId,
        organizationId: target.id,
        personId: personOf(ctx.actor) ?? "",
        state: claimMachine.start,
        codeScheme: input.codeScheme,
        code: input.code,
        codeFlags: input.codeFlags,
        statement: input.statement,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: claim.id });
    if (opened.length === 0) throw new LilinkError("WRONG_STATE", { state: "open" });
    await tellOfficers(ctx, id, target.name);
    return { id, publicId, needsProof: input.codeFlags.length > 0 };
  },
  audit: (_input, output) => ({ subjectKind: "claim", subjectId: output.id }),
});

/** Nobody keeps the officers busy with more than a handful of claims at once. */
export async function requireRoom(ctx: Context): Promise<void> {
  const personId = personOf(ctx.actor) ?? "";
  await takeTurn(ctx, "claims", personId);
  const [open] = await ctx.db
    .select({ count: count() })
    .from(claim)
    .where(and(eq(claim.personId, personId), eq(claim.state, claimMachine.start)));
  if ((open?.count ?? 0) >= mostOpenClaims) throw new LilinkError("LIMIT_REACHED", { max: mostOpenClaims });
}

export function tellOfficers(ctx: Context, claimId: string, organizationName: string): Promise<void> {
  return ctx.enqueue("notice.deliver", {
    kind: "claim.opened",
    causeKey: claimId,
    path: "/review/claims",
    params: { organization: organizationName },
    officers: true,
  });
}
