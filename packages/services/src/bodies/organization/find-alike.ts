import { organizationNameSchema } from "@lilink/contract";
import { organization } from "@lilink/db/schema";
import type { OrganizationStatus } from "@lilink/model/organization";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";

/** A body whose name is taken for another at a glance. [OR12] */
export type AlikeBody = {
  readonly publicId: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly status: OrganizationStatus;
};

const most = 5;

/** As JSON, the bodies that the actor may see and whose names look like these, the body itself left out. */
export function alikeBodies(looks: SQL, self: SQL = sql`null::uuid`): SQL<AlikeBody[]> {
  return sql<AlikeBody[]>`(select coalesce(json_agg(a), '[]') from (
    select o.public_id as "publicId", o.name_zh as "nameZh", o.name_en as "nameEn", o.status from ${organization} o
    where o.name_looks && ${looks} and o.id is distinct from ${self} and o.status <> 'withdrawn' order by o.public_id limit ${most}) a)`;
}

export const looksOf = (nameZh: string, nameEn: string | null): SQL =>
  sql`app.name_looks(${nameZh}, ${nameEn})`;

export async function findAlike(ctx: Context, looks: SQL, self?: SQL): Promise<readonly AlikeBody[]> {
  const { rows } = await ctx.db.execute<{ alike: AlikeBody[] }>(
    sql`select ${alikeBodies(looks, self)} as alike`,
  );
  return rows[0]?.alike ?? [];
}

/** What whoever registers is told while typing: bodies of the public directory that already go by such a name. [OR12] */
export const listAlike = defineQuery({
  name: "organization.alike",
  input: organizationNameSchema,
  rate: "search",
  authorize: { action: "organization.browse" },
  run: (ctx, { nameZh, nameEn }): Promise<readonly AlikeBody[]> => findAlike(ctx, looksOf(nameZh, nameEn)),
});
