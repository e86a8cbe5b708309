import { LilinkError } from "@lilink/model/error";
import { isOfficer, organizationOf, type Resource } from "@lilink/model/policy";
import type { Register } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { headOf, versionOf } from "./record-tables.ts";

/** A record's head: whose it is, where it stands, which version is live. */
export type Head = {
  readonly id: string;
  readonly publicId: string;
  readonly organizationId: string | null;
  readonly state: string;
  readonly stateSince: Date;
  readonly version: number;
  readonly liveVersion: number | null;
  readonly revision: number;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

export type HeadRow = Record<string, unknown> & {
  id: string;
  public_id: string;
  organization_id: string | null;
  state: string;
  version: number;
  live_version: number | null;
  revision: number;
  title_zh: string | null;
  title_en: string | null;
};

/** The head of a public id, or null where there is none for this reader. `lock` holds it until the transaction ends. */
export async function findHead(
  ctx: Context,
  register: Register,
  publicId: string,
  lock = false,
): Promise<Head | null> {
  const { rows } = await ctx.db.execute<HeadRow>(
    sql`select * from ${headOf(register)} where public_id = ${publicId} ${lock ? sql`for update` : sql``}`,
  );
  return rows[0] ? toHead(rows[0]) : null;
}

export function toHead(row: HeadRow): Head {
  return {
    id: row.id,
    publicId: row.public_id,
    organizationId: row.organization_id,
    state: row.state,
    stateSince: new Date(String(row.state_since)),
    version: row.version,
    liveVersion: row.live_version,
    revision: row.revision,
    titleZh: row.title_zh,
    titleEn: row.title_en,
    createdAt: new Date(String(row.created_at)),
    updatedAt: new Date(String(row.updated_at)),
  };
}

/** @throws NOT_FOUND */
export async function requireHead(
  ctx: Context,
  register: Register,
  publicId: string,
  lock = false,
): Promise<Head> {
  const head = await findHead(ctx, register, publicId, lock);
  if (!head) throw new LilinkError("NOT_FOUND");
  return head;
}

/** What the policy asks of a record; without a head, of one that the actor is about to make. */
export async function resourceOf(ctx: Context, register: Register, head: Head | null): Promise<Resource> {
  if (!head)
    return { owner: register.owner === "group" ? isOfficer(ctx.actor) : organizationOf(ctx.actor) !== null };
  return (await resourcesOf(ctx, register, [head])).get(head.id) ?? {};
}

/** The same of many records in one statement, by the id of the record. */
export async function resourcesOf(
  ctx: Context,
  register: Register,
  heads: readonly Head[],
): Promise<ReadonlyMap<string, Resource>> {
  const owns = ({ organizationId }: Head) =>
    register.owner === "group" ? isOfficer(ctx.actor) : organizationId === organizationOf(ctx.actor);
  if (!isOfficer(ctx.actor)) return new Map(heads.map((head) => [head.id, { owner: owns(head) }]));
  const { rows } = await ctx.db.execute<{ id: string; own: boolean; barred: boolean }>(
    sql`select h.id, exists (select 1 from ${versionOf(register)} v where v.record_id = h.id and v.version = h.version
        and v.saved_by = app.person()) or coalesce(app.person() = any (h.hands), false) as own,
      coalesce(h.organization_id = any (app.barred()), false) as barred
      from ${headOf(register)} h where h.id = any (${sql.param(heads.map(({ id }) => id))}::uuid[])`,
  );
  const asked = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    heads.map((head) => {
      const { own, barred } = asked.get(head.id) ?? { own: false, barred: false };
      return [head.id, { owner: owns(head), ownReview: own, conflict: barred }];
    }),
  );
}
