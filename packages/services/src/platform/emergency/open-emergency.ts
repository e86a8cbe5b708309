import { emergencyOpenSchema, emergencyRefSchema } from "@lilink/contract";
import { brokenGlass, membership, organization } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { impartialTo } from "../../ground/actor/barred.ts";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";

/**
 * Opens one organization's postings to the system administrator for at most an hour. Its administrators are told at once,
 * with the reason and the other bodies of whoever opens it; it ends by itself. [ID9]
 */
export const openEmergency = defineMutation({
  name: "emergency.open",
  input: emergencyOpenSchema,
  authorize: {
    action: "emergency.open",
    recent: true,
    resource: (ctx, input) => impartialTo(ctx, input.organization),
  },
  run: async (ctx, input) => {
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    const { rows } = await ctx.db.execute<{ id: string | null }>(
      sql`select app.break_glass(${id}::uuid, ${publicId}, ${input.organization}, ${input.reason},
        ${ctx.now.toISOString()}::timestamptz, ${input.minutes}) as id`,
    );
    const organizationId = rows[0]?.id;
    if (!organizationId) throw new LilinkError("NOT_FOUND");
    const [concerned] = await ctx.db
      .select({ name: organization.nameZh })
      .from(organization)
      .where(eq(organization.id, organizationId));
    const bodies = await listOtherBodies(ctx);
    const until = new Date(ctx.now.getTime() + input.minutes * 60_000).toISOString();
    await ctx.enqueue("notice.deliver", {
      kind: "emergency.opened",
      causeKey: id,
      path: "/settings/log",
      params: {
        organization: concerned?.name ?? "",
        reason: input.reason,
        until: `${until.slice(0, 16)}Z`,
        ...(bodies.length > 0 ? { bodies: bodies.join(", ") } : {}),
      },
      organizationId,
      adminsOnly: true,
    });
    return { id, publicId };
  },
  audit: (input, { id }) => ({
    subjectKind: "emergency",
    subjectId: id,
    detail: { reason: input.reason, minutes: input.minutes },
  }),
});

/** The other bodies of whoever acts: none that would bar them, and still their interest to whom it concerns. */
async function listOtherBodies(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .select({ name: organization.nameZh })
    .from(membership)
    .innerJoin(organization, eq(organization.id, membership.organizationId))
    .where(
      and(
        eq(membership.personId, personOf(ctx.actor) ?? ""),
        eq(membership.active, true),
        ne(membership.organizationId, requireOwn(ctx)),
      ),
    );
  return rows.map(({ name }) => name);
}

/** Ends it before its time. */
export const closeEmergency = defineMutation({
  name: "emergency.close",
  input: emergencyRefSchema,
  authorize: { action: "emergency.open" },
  run: async (ctx, input) => {
    const { rows } = await ctx.db.execute<{ id: string | null }>(
      sql`select app.close_glass(${input.publicId}, ${ctx.now.toISOString()}::timestamptz) as id`,
    );
    const id = rows[0]?.id;
    if (!id) throw new LilinkError("NOT_FOUND");
    return { id };
  },
  audit: (_input, { id }) => ({ subjectKind: "emergency", subjectId: id }),
});

/** The actor's own openings, newest first. */
export const listEmergencies = defineQuery({
  name: "emergency.list",
  input: z.object({}).default({}),
  authorize: { action: "emergency.open" },
  run: async (ctx) => {
    const rows = await ctx.db
      .select({
        publicId: brokenGlass.publicId,
        reason: brokenGlass.reason,
        openedAt: brokenGlass.openedAt,
        endsAt: brokenGlass.endsAt,
        closedAt: brokenGlass.closedAt,
        nameZh: organization.nameZh,
        nameEn: organization.nameEn,
      })
      .from(brokenGlass)
      .leftJoin(organization, eq(organization.id, brokenGlass.organizationId))
      .where(eq(brokenGlass.personId, personOf(ctx.actor) ?? ""))
      .orderBy(desc(brokenGlass.openedAt))
      .limit(50);
    return rows.map((row) => ({ ...row, open: row.closedAt === null && row.endsAt > ctx.now }));
  },
});
