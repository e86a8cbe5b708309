import { claimDecisionSchema, claimRefusalSchema } from "@lilink/contract";
import { claim, organization } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { stancesOfProfile } from "@lilink/model/posting";
import { eq, sql } from "drizzle-orm";
import { joinOpenRounds } from "../../figures/return/give-forms.ts";
import { listBarred } from "../../ground/actor/barred.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { setStances } from "../organization/set-stances.ts";

/** For `authorize.resource`: whether the body that is claimed touches another body of the officer's ([PL12]). */
async function impartialClaim(ctx: Context, { publicId }: { readonly publicId: string }) {
  const [row] = await ctx.db
    .select({ organizationId: claim.organizationId })
    .from(claim)
    .where(eq(claim.publicId, publicId));
  return { conflict: row !== undefined && (await listBarred(ctx)).has(row.organizationId) };
}

/** The proof convinces: the organization is verified and the claimant its administrator, in one step ([OR1]). */
export const approveClaim = defineMutation({
  name: "claim.approve",
  input: claimDecisionSchema,
  authorize: { action: "organization.decide", resource: impartialClaim },
  run: async (ctx, input) => {
    const decided = await decide(ctx, input.publicId, true, null);
    const keys = stancesOfProfile({
      enterprise: decided.kind === "enterprise",
      links: decided.links,
      offers: [],
      needs: [],
    });
    await setStances(ctx, decided.organizationId, "profile", keys);
    await joinOpenRounds(ctx, decided.organizationId);
    return decided;
  },
  audit: (_input, output) => ({ subjectKind: "claim", subjectId: output.id }),
});

/** The proof does not convince; the claimant learns why and may claim again. */
export const refuseClaim = defineMutation({
  name: "claim.refuse",
  input: claimRefusalSchema,
  authorize: { action: "organization.decide", resource: impartialClaim },
  run: (ctx, input) => decide(ctx, input.publicId, false, input.reason),
  audit: (_input, output) => ({ subjectKind: "claim", subjectId: output.id }),
});

async function decide(ctx: Context, publicId: string, approve: boolean, reason: string | null) {
  const [row] = await ctx.db
    .select({
      id: claim.id,
      state: claim.state,
      personId: claim.personId,
      organizationId: claim.organizationId,
      organization: organization.publicId,
      name: organization.nameZh,
      kind: organization.kind,
      links: organization.links,
    })
    .from(claim)
    .innerJoin(organization, eq(organization.id, claim.organizationId))
    .where(eq(claim.publicId, publicId));
  if (!row) throw new LilinkError("NOT_FOUND");
  const answer = await ctx.db.execute<{ decided: string | null }>(
    sql`select app.decide_claim(${row.id}::uuid, ${approve}, ${reason}, ${ctx.now.toISOString()}::timestamptz) as decided`,
  );
  if (!answer.rows[0]?.decided) throw new LilinkError("WRONG_STATE", { state: row.state });
  await ctx.enqueue("notice.deliver", {
    kind: "claim.decided",
    causeKey: row.id,
    path: approve ? "/settings/organization" : `/organizations/${row.organization}`,
    params: { organization: row.name, decision: approve ? "approved" : "refused", reason: reason ?? "" },
    personId: row.personId,
  });
  return row;
}
