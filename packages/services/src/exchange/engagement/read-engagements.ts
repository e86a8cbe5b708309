import { engagement, organization } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { type EngagementScope, type EngagementSide, standingOn } from "@lilink/model/engagement";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { eq, inArray, sql } from "drizzle-orm";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";

export type EngagementRow = typeof engagement.$inferSelect;
export type BodyName = { readonly publicId: string; readonly nameZh: string; readonly nameEn: string | null };

/** An engagement that the actor may see: its client's, or the own one of an adviser; else NOT_FOUND. */
export async function loadEngagement(ctx: Context, publicId: string): Promise<EngagementRow> {
  const [row] = await ctx.db.select().from(engagement).where(eq(engagement.publicId, publicId));
  if (!row) throw new LilinkError("NOT_FOUND");
  return row;
}

/** On which side of an engagement the actor stands. */
export const sideOf = (ctx: Context, row: EngagementRow): EngagementSide =>
  row.organizationId === requireOwn(ctx) ? "client" : "adviser";

/** For `authorize.resource` of what an adviser does: whether the engagement is the actor's own, accepted or not. */
export async function ownEngagement(ctx: Context, { publicId }: { readonly publicId: string }) {
  if (personOf(ctx.actor) === null)
    throw new LilinkError(ctx.actor.kind === "anonymous" ? "NOT_SIGNED_IN" : "FORBIDDEN");
  return { owner: sideOf(ctx, await loadEngagement(ctx, publicId)) === "adviser" };
}

/** Refuses an act of an adviser unless the engagement holds now and includes it, as the database asks as well. [AV2] */
export async function requireHolding(
  ctx: Context,
  row: EngagementRow,
  scope: EngagementScope,
): Promise<void> {
  const { rows } = await ctx.db.execute<{ holds: boolean }>(
    sql`select ${row.id}::uuid = any (app.engagements_for(${scope})) as holds`,
  );
  if (rows[0]?.holds) return;
  const state = standingOn(row, toShanghaiDate(ctx.now));
  if (state !== "holds") throw new LilinkError("WRONG_STATE", { state });
  if (!row.scopes.includes(scope)) throw new LilinkError("FORBIDDEN", { action: "engagement.advise" });
  throw new LilinkError("CONFLICT_OF_INTEREST", { action: "engagement.advise" });
}

/** The names of bodies, by their inside ids. */
export async function readBodies(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, BodyName>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({
      id: organization.id,
      publicId: organization.publicId,
      nameZh: organization.nameZh,
      nameEn: organization.nameEn,
    })
    .from(organization)
    .where(inArray(organization.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, ...name }) => [id, name]));
}

/** What both sides of an engagement are told of it. */
export function toEngagement(ctx: Context, row: EngagementRow, bodies: ReadonlyMap<string, BodyName>) {
  return {
    publicId: row.publicId,
    client: bodies.get(row.organizationId) ?? null,
    adviser: { name: row.adviserName, email: row.adviserEmail, body: bodies.get(row.adviserOrg) ?? null },
    scopes: row.scopes as EngagementScope[],
    fromOn: row.fromOn,
    untilOn: row.untilOn,
    reason: row.reason,
    standing: standingOn(row, toShanghaiDate(ctx.now)),
    namedAt: row.namedAt,
    answeredAt: row.answeredAt,
    endedAt: row.endedAt,
    endedSide: row.endedSide as EngagementSide | null,
    endReason: row.endReason,
  };
}
export type Engagement = ReturnType<typeof toEngagement>;
