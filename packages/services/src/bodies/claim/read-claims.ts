import { attachment, claim, organization, organizationProfile, person, posting } from "@lilink/db/schema";
import { oddLetters } from "@lilink/model/text";
import { and, asc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { listBarred, listBarredReviews } from "../../ground/actor/barred.ts";
import type { Context } from "../../kernel/context.ts";
import { alikeBodies } from "../organization/find-alike.ts";

/** Whether an approval can still be undone. [OR16] */
export const undoable = (ctx: Context) =>
  and(
    eq(claim.state, "approved"),
    eq(organization.status, "verified"),
    gt(organization.membersFrom, ctx.now),
  );

type Asked = { readonly where: SQL | undefined; readonly order: readonly SQL[]; readonly limit: number };

/** Claims with all that an officer weighs: the body, who claims it, the proofs, and the posting that was handed in with it. */
export async function readClaims(ctx: Context, { where, order, limit }: Asked) {
  const holder = sql`(select o.name_zh from ${organizationProfile} p join ${organization} o on o.id = p.organization_id
    where p.code = ${claim.code} and p.organization_id <> ${claim.organizationId})`;
  const rows = await ctx.db
    .select({
      id: claim.id,
      publicId: claim.publicId,
      organizationId: claim.organizationId,
      state: claim.state,
      codeScheme: claim.codeScheme,
      code: claim.code,
      codeFlags: claim.codeFlags,
      statement: claim.statement,
      decisionReason: claim.decisionReason,
      decidedAt: claim.decidedAt,
      createdAt: claim.createdAt,
      undoableUntil:
        sql<Date | null>`case when ${undoable(ctx)} then ${organization.membersFrom} end`.mapWith(
          organization.membersFrom,
        ),
      /** The organization that holds this code already; told to officers alone. */
      codeHolder: sql<string | null>`${holder}`,
      /** Other bodies whose names look like this one's, whatever their status. [OR12] */
      alike: alikeBodies(sql`${organization.nameLooks}`, sql`${organization.id}`),
      organization: {
        publicId: organization.publicId,
        nameZh: organization.nameZh,
        nameEn: organization.nameEn,
        kind: organization.kind,
        status: organization.status,
        country: organization.country,
        province: organization.province,
        links: organization.links,
      },
      claimant: { name: person.name, email: person.email },
    })
    .from(claim)
    .innerJoin(organization, eq(organization.id, claim.organizationId))
    .innerJoin(person, eq(person.id, claim.personId))
    .where(where)
    .orderBy(...order)
    .limit(limit);
  const files = await ctx.db
    .select({
      claimId: attachment.claimId,
      publicId: attachment.publicId,
      name: attachment.name,
      size: attachment.size,
    })
    .from(attachment)
    .where(
      inArray(
        attachment.claimId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(asc(attachment.createdAt));
  const barred = await listBarred(ctx);
  const postings = await listHandedIn(
    ctx,
    rows.filter(({ state }) => state === "open").map(({ organizationId }) => organizationId),
  );
  return rows.map(({ id, organizationId, ...row }) => ({
    ...row,
    /** Until when this officer can undo its approval; null where that is over or for others. [OR16] */
    undoableUntil: barred.has(organizationId) ? null : row.undoableUntil,
    oddLetters: oddLetters(`${row.organization.nameZh}${row.organization.nameEn ?? ""}`),
    conflict: barred.has(organizationId),
    proofs: files.filter((file) => file.claimId === id).map(({ claimId: _claim, ...file }) => file),
    /** What the body handed in with its claim; null where there is nothing or this officer may not decide on it. [PO23] */
    posting: postings.get(organizationId) ?? null,
  }));
}

/** What waits of these bodies and this officer may decide on, by organization. */
async function listHandedIn(ctx: Context, organizationIds: readonly string[]) {
  const rows = await ctx.db
    .select({
      id: posting.id,
      organizationId: posting.organizationId,
      publicId: posting.publicId,
      kind: posting.kind,
      title: posting.title,
      submittedAt: posting.submittedAt,
    })
    .from(posting)
    .where(and(inArray(posting.organizationId, [...organizationIds]), eq(posting.state, "in_review")))
    .orderBy(asc(posting.submittedAt), asc(posting.id));
  const barred = await listBarredReviews(ctx);
  return new Map(
    rows
      .filter(({ id }) => !barred.has(id))
      .map(({ id: _id, organizationId, ...row }) => [organizationId, row] as const),
  );
}
