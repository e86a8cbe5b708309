import { type FileHome, maxFiles, maxTicketFiles } from "@lilink/contract";
import { claim, introduction, organization, posting, supportTicket } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { organizationOf, personOf } from "@lilink/model/policy";
import { eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** Where a file will hang, and for whom it is kept. */
export type Home = {
  readonly organizationId: string;
  readonly postingId?: string;
  readonly introductionId?: string;
  readonly claimId?: string;
  readonly logo?: boolean;
};

/** How many files a place takes; what is not said is as everywhere. */
export const mostFiles = ({ kind }: FileHome): number => (kind === "ticket" ? maxTicketFiles : maxFiles);

/** Finds what a file is for and asks the policy whether the actor may add to it. */
export async function findHome(ctx: Context, home: FileHome): Promise<Home> {
  if (home.kind === "claim") return findClaim(ctx, home.publicId);
  const organizationId = organizationOf(ctx.actor);
  if (!organizationId) throw new LilinkError("NOT_FOUND");
  if (home.kind === "logo") {
    const [row] = await ctx.db
      .select({ id: organization.id })
      .from(organization)
      .where(eq(organization.publicId, home.publicId));
    if (row?.id !== organizationId) throw new LilinkError("NOT_FOUND");
    ctx.require("organization.edit", { owner: true });
    return { organizationId, logo: true };
  }
  if (home.kind === "posting") {
    const [row] = await ctx.db.select().from(posting).where(eq(posting.publicId, home.publicId));
    if (row?.organizationId !== organizationId) throw new LilinkError("NOT_FOUND");
    ctx.require("posting.draft", { owner: true });
    return { organizationId, postingId: row.id };
  }
  if (home.kind === "ticket") return findTicket(ctx, home.publicId, organizationId);
  const [row] = await ctx.db
    .select({ id: introduction.id, state: introduction.state })
    .from(introduction)
    .where(eq(introduction.publicId, home.publicId));
  if (!row) throw new LilinkError("NOT_FOUND");
  ctx.require("introduction.write");
  if (row.state !== "accepted") throw new LilinkError("WRONG_STATE", { state: row.state });
  return { organizationId, introductionId: row.id };
}

/** A file of a ticket hangs on its introduction: the same two sides read it. */
async function findTicket(ctx: Context, publicId: string, organizationId: string): Promise<Home> {
  const [row] = await ctx.db
    .select({ introductionId: supportTicket.introductionId, state: supportTicket.state })
    .from(supportTicket)
    .where(eq(supportTicket.publicId, publicId));
  if (!row) throw new LilinkError("NOT_FOUND");
  ctx.require("introduction.write");
  if (row.state === "closed") throw new LilinkError("WRONG_STATE", { state: row.state });
  return { organizationId, introductionId: row.introductionId };
}

async function findClaim(ctx: Context, publicId: string): Promise<Home> {
  const [row] = await ctx.db
    .select({
      id: claim.id,
      organizationId: claim.organizationId,
      personId: claim.personId,
      state: claim.state,
    })
    .from(claim)
    .where(eq(claim.publicId, publicId));
  if (!row || row.personId !== personOf(ctx.actor)) throw new LilinkError("NOT_FOUND");
  if (row.state !== "open") throw new LilinkError("WRONG_STATE", { state: row.state });
  return { organizationId: row.organizationId, claimId: row.id };
}
