import { registerOf } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

export type ListedRow = {
  readonly organizationId: string;
  readonly publicId: string;
  /** The public id of its firm. */
  readonly firm: string;
  readonly state: "notice" | "listed" | "under_watch";
  readonly siteZh: string | null;
  readonly siteEn: string | null;
  readonly qualification: "recycling" | "cascade";
  readonly province: string;
  readonly capacity: number | null;
  /** What it says that it can still take. */
  readonly free: number | null;
  readonly chemistries: readonly string[];
  readonly streams: readonly string[];
  readonly steps: readonly string[];
  readonly hazardousTransport: boolean | null;
  readonly evidenceUntil: string;
};

const claim = registerOf("conformityClaim");

/** Sites that everybody may read of: in public notice, listed or under watch. */
export async function readListed(ctx: Context): Promise<readonly ListedRow[]> {
  const { rows } = await ctx.db.execute<ListedRow>(
    sql`select h.organization_id as "organizationId", h.public_id as "publicId", o.public_id as firm, h.state, v.site_zh as "siteZh", v.site_en as "siteEn",
        v.qualification, v.province, v.capacity::float8 as capacity, v.free::float8 as free, coalesce(v.chemistries, '{}') as chemistries,
        coalesce(v.streams, '{}') as streams, coalesce(v.steps, '{}') as steps, v.hazardous_transport as "hazardousTransport", v.evidence_until as "evidenceUntil"
      from ${headOf(claim)} h join ${versionOf(claim)} v on v.record_id = h.id and v.version = h.live_version and v.level = 'everyone'
      join organization o on o.id = h.organization_id
      order by h.public_id limit 5000`,
  );
  return rows;
}
