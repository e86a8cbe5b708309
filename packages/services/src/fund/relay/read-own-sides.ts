import type { relaySources, relayTakers } from "@lilink/contract";
import { registerOf } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const achievements = registerOf("achievement");

type Thing = { readonly id: string; readonly publicId: string; readonly title: string };
export type OwnSource = Thing & {
  readonly source: (typeof relaySources)[number];
  readonly madeOn: string;
  /** It stands on the board already. */
  readonly isOffered: boolean;
};
export type OwnTaker = Thing & { readonly by: (typeof relayTakers)[number]; readonly concept: string | null };

/** What the own organization may offer: outputs of its projects and achievements that are live, the newest first. [RY1] */
export async function readSources(ctx: Context): Promise<readonly OwnSource[]> {
  const { rows } = await ctx.db.execute<OwnSource>(sql`select * from (
      select o.id, o.public_id as "publicId", o.title, 'output' as source, o.made_on::text as "madeOn",
        exists (select 1 from relay_result r where r.output_id = o.id and r.state = 'offered') as "isOffered"
      from fund_output o join fund_award a on a.id = o.award_id where a.org_id = app.org() and a.state <> 'terminated' and o.kind <> 'person_trained'
      union all
      select h.id, h.public_id, coalesce(v.title_zh, v.title_en), 'achievement', v.offered_on,
        exists (select 1 from relay_result r where r.achievement_id = h.id and r.state = 'offered')
      from ${headOf(achievements)} h join ${versionOf(achievements)} v on v.record_id = h.id and v.version = h.live_version and v.level = 'everyone'
      where h.organization_id = app.org() and v.offered_on is not null) s
    order by "madeOn" desc, "publicId"`);
  return rows;
}

/** By what the own organization may take a result on: its published needs and its running projects. [RY2] */
export async function readTakers(ctx: Context): Promise<readonly OwnTaker[]> {
  const { rows } = await ctx.db.execute<OwnTaker>(sql`select * from (
      select p.id, p.public_id as "publicId", p.title, 'need' as by, p.concept from posting p
        where p.organization_id = app.org() and p.kind = 'need' and p.state = 'published'
      union all
      select a.id, a.public_id, a.title, 'project', null from fund_award a where a.org_id = app.org() and a.state = 'active') t
    order by by, title, "publicId"`);
  return rows;
}
