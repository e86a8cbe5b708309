import { publicIdSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { claim, organization, organizationGroup, organizationProfile } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { isOfficer, organizationOf, personOf } from "@lilink/model/policy";
import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { listBarred } from "../../ground/actor/barred.ts";
import { noteReading } from "../../ground/allowance/note-reading.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { directoryColumns } from "./list-organizations.ts";
import { nextStatuses } from "./set-status.ts";

/** A directory entry; what an organization keeps beyond it is for itself and for officers who may decide on it. */
export const loadOrganization = defineQuery({
  name: "organization.load",
  input: z.object({ publicId: publicIdSchema }),
  rest: {
    tag: "organizations",
    method: "GET",
    path: "/organizations/{publicId}",
    open: true,
    output: shape.organization,
  },
  authorize: { action: "organization.browse" },
  run: async (ctx, input) => {
    const [row] = await ctx.db
      .select({
        ...directoryColumns,
        description: organization.description,
        website: organization.website,
        updatedAt: organization.updatedAt,
      })
      .from(organization)
      .where(eq(organization.publicId, input.publicId));
    if (!row) throw new LilinkError("NOT_FOUND");
    const { id, namePinyin: _pinyin, ...entry } = row;
    const own = id === organizationOf(ctx.actor);
    if (!own) await noteReading(ctx, "organization", id);
    const barred = isOfficer(ctx.actor) ? await listBarred(ctx) : new Set();
    return {
      ...entry,
      own,
      nextStatuses: barred.has(id) ? [] : nextStatuses(ctx, row),
      profile: own || (isOfficer(ctx.actor) && !barred.has(id)) ? await loadProfile(ctx, id) : null,
      claim: await findOwnClaim(ctx, id),
    };
  },
});

/** The profile of the organization acted for, as its settings page edits it. */
export const loadOwnOrganization = defineQuery({
  name: "organization.loadOwn",
  input: z.object({}).default({}),
  authorize: { action: "member.list", resource: (ctx) => ({ owner: organizationOf(ctx.actor) !== null }) },
  run: async (ctx) => {
    const id = organizationOf(ctx.actor) ?? "";
    const [row] = await ctx.db
      .select({
        ...directoryColumns,
        description: organization.description,
        website: organization.website,
        updatedAt: organization.updatedAt,
      })
      .from(organization)
      .where(eq(organization.id, id));
    if (!row) throw new LilinkError("NOT_FOUND");
    const { id: _id, namePinyin: _pinyin, ...entry } = row;
    return { ...entry, profile: await loadProfile(ctx, id) };
  },
});

async function loadProfile(ctx: Context, organizationId: string) {
  const [profile] = await ctx.db
    .select({
      codeScheme: organizationProfile.codeScheme,
      code: organizationProfile.code,
      codeFlags: organizationProfile.codeFlags,
      contactName: organizationProfile.contactName,
      contactEmail: organizationProfile.contactEmail,
      contactPhone: organizationProfile.contactPhone,
      size: organizationProfile.size,
      offers: organizationProfile.offers,
      needs: organizationProfile.needs,
      // Row security gives the group to officers alone.
      group: { publicId: organizationGroup.publicId, name: organizationGroup.name },
    })
    .from(organizationProfile)
    .leftJoin(organizationGroup, eq(organizationGroup.id, organizationProfile.groupId))
    .where(eq(organizationProfile.organizationId, organizationId));
  return profile ?? null;
}

async function findOwnClaim(ctx: Context, organizationId: string) {
  const personId = personOf(ctx.actor);
  if (!personId) return null;
  const [own] = await ctx.db
    .select({ publicId: claim.publicId, state: claim.state, decisionReason: claim.decisionReason })
    .from(claim)
    .where(and(eq(claim.organizationId, organizationId), eq(claim.personId, personId)))
    .orderBy(desc(claim.createdAt))
    .limit(1);
  return own ?? null;
}
