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

type HeadRow = Record<string, unknown> & {
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
  const owner =
    register.owner === "group"
      ? isOfficer(ctx.actor)
      : head === null
        ? organizationOf(ctx.actor) !== null
        : head.organizationId === organizationOf(ctx.actor);
  if (!head || !isOfficer(ctx.actor)) return { owner };
  const { rows } = await ctx.db.execute<{ own: boolean; barred: boolean }>(
    sql`select exists (select 1 from ${versionOf(register)} where record_id = ${head.id} and version = ${head.version}
        and saved_by = app.person()) as own,
      coalesce(${head.organizationId}::uuid = any (app.barred()), false) as barred`,
  );
  return { owner, ownReview: rows[0]?.own === true, conflict: rows[0]?.barred === true };
}
