import { claimDecisionSchema, claimRefusalSchema } from "@lilink/contract";
import { claim, organization } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { undoableUntil } from "@lilink/model/organization";
import { stancesOfProfile } from "@lilink/model/posting";
import { eq, sql } from "drizzle-orm";
import { joinOpenRounds } from "../../figures/return/give-forms.ts";
import { listBarred } from "../../ground/actor/barred.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { setStances } from "../organization/set-stances.ts";

/** For `authorize.resource`: whether the body that is claimed touches another body of the officer's ([PL12]). */
export async function impartialClaim(ctx: Context, { publicId }: { readonly publicId: string }) {
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
  run: (ctx, input) => approve(ctx, input.publicId),
  audit: (_input, output) => ({ subjectKind: "claim", subjectId: output.id }),
});

/** The same for a verb that decides more in one step. The caller has asked the policy. */
export async function approve(ctx: Context, publicId: string) {
  const decided = await decide(ctx, publicId, true, null);
  const keys = stancesOfProfile({
    enterprise: decided.kind === "enterprise",
    links: decided.links,
    offers: [],
    needs: [],
  });
  await setStances(ctx, decided.organizationId, "profile", keys);
  await joinOpenRounds(ctx, decided.organizationId);
  // By then it reads more, so its postings meet others than now.
  await ctx.enqueue(
    "organization.rewall",
    { organizationId: decided.organizationId },
    undoableUntil(ctx.now),
  );
  return decided;
}

/** An approval that was wrong is taken back within ten minutes, before the body reads what is for members. [OR16] */
export const undoClaim = defineMutation({
  name: "claim.undo",
  input: claimDecisionSchema,
  authorize: { action: "organization.decide", resource: impartialClaim },
  run: async (ctx, { publicId }) => {
    const row = await loadClaim(ctx, publicId);
    const answer = await ctx.db.execute<{ closed: string[] | null }>(
      sql`select app.undo_claim(${row.id}::uuid, ${ctx.now.toISOString()}::timestamptz) as closed`,
    );
    const closed = answer.rows[0]?.closed;
    if (!closed) throw new LilinkError("WRONG_STATE", { state: row.state });
    for (const postingId of closed) await ctx.enqueue("posting.match", { postingId });
    await tellClaimant(ctx, row, "undone", "");
    return { id: row.id };
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

type ClaimRow = Awaited<ReturnType<typeof loadClaim>>;

async function loadClaim(ctx: Context, publicId: string) {
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
  return row;
}

async function decide(ctx: Context, publicId: string, approve: boolean, reason: string | null) {
  const row = await loadClaim(ctx, publicId);
  const answer = await ctx.db.execute<{ decided: string | null }>(
    sql`select app.decide_claim(${row.id}::uuid, ${approve}, ${reason}, ${ctx.now.toISOString()}::timestamptz) as decided`,
  );
  if (!answer.rows[0]?.decided) throw new LilinkError("WRONG_STATE", { state: row.state });
  await tellClaimant(ctx, row, approve ? "approved" : "refused", reason ?? "");
  return row;
}

/** Each decision is told, an approval after an undone one too. */
async function tellClaimant(
  ctx: Context,
  row: ClaimRow,
  decision: "approved" | "refused" | "undone",
  reason: string,
): Promise<void> {
  await ctx.enqueue("notice.deliver", {
    kind: "claim.decided",
    causeKey: `${row.id}/${ctx.now.toISOString()}`,
    path: decision === "approved" ? "/settings/organization" : `/organizations/${row.organization}`,
    params: { organization: row.name, decision, reason },
    personId: row.personId,
  });
}
