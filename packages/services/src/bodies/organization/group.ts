import { groupAssignSchema, groupCreateSchema } from "@lilink/contract";
import { organization, organizationGroup, organizationProfile } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { asc, eq, or, sql } from "drizzle-orm";
import { z } from "zod";
import { listBarred } from "../../ground/actor/barred.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";

/** For `authorize.resource`: neither the organization nor a member of the group is one from which the officer stays away ([PL12]). */
async function impartialGroup(ctx: Context, input: z.output<typeof groupAssignSchema>) {
  const concerned = await ctx.db
    .select({ id: organization.id })
    .from(organization)
    .leftJoin(organizationProfile, eq(organizationProfile.organizationId, organization.id))
    .leftJoin(organizationGroup, eq(organizationGroup.id, organizationProfile.groupId))
    .where(
      or(
        eq(organization.publicId, input.organization),
        input.group === null ? undefined : eq(organizationGroup.publicId, input.group),
      ),
    );
  const barred = await listBarred(ctx);
  return { conflict: concerned.some(({ id }) => barred.has(id)) };
}

/** The groups that the secretariat keeps, with their members: one group is one competitor. Those that an officer may not change are left out. */
export const listGroups = defineQuery({
  name: "organization.listGroups",
  input: z.object({}).default({}),
  authorize: { action: "organization.group" },
  run: async (ctx) => {
    const barred = await listBarred(ctx);
    const rows = await ctx.db
      .select({
        publicId: organizationGroup.publicId,
        memberId: organizationProfile.organizationId,
        nameZh: organizationGroup.name,
        nameEn: organizationGroup.nameEn,
        member: { publicId: organization.publicId, nameZh: organization.nameZh, nameEn: organization.nameEn },
      })
      .from(organizationGroup)
      .leftJoin(organizationProfile, eq(organizationProfile.groupId, organizationGroup.id))
      .leftJoin(organization, eq(organization.id, organizationProfile.organizationId))
      .orderBy(asc(organizationGroup.name), asc(organization.namePinyin));
    const groups = new Map<
      string,
      Pick<(typeof rows)[number], "publicId" | "nameZh" | "nameEn"> & {
        members: NonNullable<(typeof rows)[number]["member"]>[];
      }
    >();
    const hidden = new Set(
      rows.filter(({ memberId }) => barred.has(memberId ?? "")).map((row) => row.publicId),
    );
    for (const { publicId, nameZh, nameEn, member } of rows.filter((row) => !hidden.has(row.publicId))) {
      const group = groups.get(publicId) ?? { publicId, nameZh, nameEn, members: [] };
      if (member) group.members.push(member);
      groups.set(publicId, group);
    }
    return [...groups.values()];
  },
});

export const createGroup = defineMutation({
  name: "organization.createGroup",
  input: groupCreateSchema,
  authorize: { action: "organization.group" },
  run: async (ctx, input) => {
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    await ctx.db.insert(organizationGroup).values({ id, publicId, ...input, createdAt: ctx.now });
    return { id, publicId };
  },
  audit: (_input, output) => ({ subjectKind: "group", subjectId: output.id }),
});

/** Puts an organization into a group or into none; the walls of all concerned are made anew. */
export const assignGroup = defineMutation({
  name: "organization.assignGroup",
  input: groupAssignSchema,
  authorize: { action: "organization.group", resource: impartialGroup },
  run: async (ctx, input) => {
    const [target] = await ctx.db
      .select({ id: organization.id })
      .from(organization)
      .where(eq(organization.publicId, input.organization));
    const [group] = input.group
      ? await ctx.db
          .select({ id: organizationGroup.id })
          .from(organizationGroup)
          .where(eq(organizationGroup.publicId, input.group))
      : [null];
    if (!target || group === undefined) throw new LilinkError("NOT_FOUND");
    const answer = await ctx.db.execute<{ moved: string[] }>(
      sql`select app.assign_group(${target.id}::uuid, ${group?.id ?? null}::uuid, ${ctx.now.toISOString()}::timestamptz) as moved`,
    );
    for (const organizationId of answer.rows[0]?.moved ?? []) {
      await ctx.enqueue("organization.rewall", { organizationId });
    }
    return { id: target.id };
  },
  audit: (input, output) => ({
    subjectKind: "organization",
    subjectId: output.id,
    detail: { group: input.group },
  }),
});
