import { toShanghaiDate } from "@lilink/model/calendar";
import { findProvince } from "@lilink/model/codes";
import type { DemandFiling, PostedDemand } from "@lilink/model/people";
import { tagSkills } from "@lilink/model/people/tag";
import type { PostingPartFields } from "@lilink/model/posting";
import { registerOf } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const demands = registerOf("skillDemand");

/** Every filing that stood or stands, for the worker, which alone reads those of all firms; what was withdrawn never counts. [SK3] */
export async function readFilings(ctx: Context): Promise<readonly DemandFiling[]> {
  const { rows } = await ctx.db.execute<DemandFiling>(
    sql`select h.id::text as filing, h.organization_id::text as firm, coalesce(p.group_id, h.organization_id)::text as "group", v.skill,
        v.province, v.year, v.quarter::int as quarter, v.wanted_value::float8 as wanted, v.employed, v.stated_on::text as "statedOn"
      from ${headOf(demands)} h join ${versionOf(demands)} v on v.record_id = h.id and v.status in ('live', 'past') and v.level = 'own'
      left join organization_profile p on p.organization_id = h.organization_id
      where h.state <> 'withdrawn' and v.wanted_value is not null order by v.stated_on, v.record_id, v.version limit 200000`,
  );
  return rows;
}

type PartRow = {
  readonly postingId: string;
  readonly firm: string;
  readonly group: string;
  readonly publishedAt: Date | string;
  readonly fields: PostingPartFields;
};

/** Live needs that say how many people a year, by the first skill that their text names, as every verified member reads them. [SK3] [US4] */
export async function readPosted(ctx: Context): Promise<readonly PostedDemand[]> {
  const { rows } = await ctx.db.execute<PartRow>(
    sql`select a.posting_id::text as "postingId", a.organization_id::text as firm, coalesce(p.group_id, a.organization_id)::text as "group",
        a.published_at as "publishedAt", a.fields
      from posting_part a left join organization_profile p on p.organization_id = a.organization_id
      where a.kind = 'need' and a.state = 'live' and not a.walled
        and (a.level = 'everyone' or a.level = 'member' and a.use_version is null)
        and a.posting_id in (select posting_id from posting_part where state = 'live' and facets @> array['figure:persons'])
      order by a.posting_id, a.level limit 20000`,
  );
  const merged = new Map<string, PartRow>();
  for (const row of rows) {
    const known = merged.get(row.postingId);
    merged.set(row.postingId, { ...row, fields: { ...known?.fields, ...row.fields } });
  }
  return [...merged.values()].flatMap(({ firm, group, publishedAt, fields }) => {
    const persons = fields.figures?.find(({ attribute }) => attribute === "persons");
    const [tag] = tagSkills([fields.title, fields.summary, fields.description].filter(Boolean).join("\n"));
    const province = fields.region ? findProvince(fields.region)?.code : undefined;
    const wanted = Number(persons?.value);
    if (!tag || !province || !(wanted > 0)) return [];
    const statedOn = toShanghaiDate(new Date(publishedAt));
    return [
      { firm, group, skill: tag.skill, province, year: Number(statedOn.slice(0, 4)), wanted, statedOn },
    ];
  });
}
