import { attachment, claim, organization } from "@lilink/db/schema";
import { claimMachine } from "@lilink/model/organization";
import { personOf } from "@lilink/model/policy";
import { and, asc, eq, notExists } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";

/** The person's own claims that wait without any proof, each with the page that takes it. [DK1] */
export async function listProofItems(ctx: Context): Promise<DeskItem[]> {
  const personId = personOf(ctx.actor);
  if (!personId) return [];
  const proofs = ctx.db
    .select({ id: attachment.id })
    .from(attachment)
    .where(eq(attachment.claimId, claim.id));
  const rows = await ctx.db
    .select({ title: organization.nameZh, publicId: organization.publicId, since: claim.createdAt })
    .from(claim)
    .innerJoin(organization, eq(organization.id, claim.organizationId))
    .where(and(eq(claim.personId, personId), eq(claim.state, claimMachine.start), notExists(proofs)))
    .orderBy(asc(claim.createdAt));
  return rows.map(({ publicId, ...row }) => ({
    ...row,
    kind: "proof",
    count: 1,
    path: `/organizations/${publicId}/claim`,
    due: null,
  }));
}
