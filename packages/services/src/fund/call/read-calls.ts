import type { LinkId } from "@lilink/model/chain";
import { LilinkError } from "@lilink/model/error";
import { type CallPhase, phaseOfCall, weightsOf } from "@lilink/model/fund/life";
import { type ResearchClass, registerOf } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const calls = registerOf("fundCall");

type Named = { readonly publicId: string; readonly zh: string | null; readonly en: string | null };
type Row = {
  readonly id: string;
  readonly publicId: string;
  readonly state: string;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
  readonly number: string;
  readonly researchClass: ResearchClass;
  readonly links: readonly LinkId[];
  /** For members of verified organizations; null where there is none or the reader may not know. */
  readonly weakLink: Named | null;
  readonly gap: Named | null;
  readonly exception: string | null;
  readonly budget: number;
  readonly smallest: number | null;
  readonly largest: number | null;
  readonly leads: readonly string[];
  readonly opensOn: string;
  readonly closesOn: string;
  readonly decideBy: string;
  readonly weightFirst: number;
  readonly weightSecond: number;
  readonly anchors: readonly Omit<Named, "publicId">[];
  readonly reviews: number;
  readonly committed: number;
  readonly openedAt: string | null;
};
export type CallView = Omit<Row, "id" | "weightFirst" | "weightSecond"> & {
  readonly phase: CallPhase;
  readonly weights: readonly [number, number, number];
};
export type KnownCall = CallView & { readonly id: string };

/** Calls as they are live, with what their days make of them and what they committed; the newest opening first. [FU11] */
export async function readCalls(
  ctx: Context,
  of: { readonly publicId?: string | undefined; readonly id?: string } = {},
): Promise<readonly KnownCall[]> {
  const { rows } = await ctx.db.execute<Row>(sql`select h.id, h.public_id as "publicId", h.state,
      v.title_zh as "titleZh", v.title_en as "titleEn", v.number, v.research_class as "researchClass", v.links,
      (select jsonb_build_object('publicId', l.public_id, 'zh', l.title_zh, 'en', l.title_en)
        from ${versionOf(calls)} m join weak_link l on l.id = m.weak_link_id where m.record_id = h.id and m.status = 'live' and m.level = 'member') as "weakLink",
      (select jsonb_build_object('publicId', g.public_id, 'zh', g.title_zh, 'en', g.title_en) from gap_record g where g.id = v.gap_id) as gap,
      v.exception, v.budget::float8 as budget, v.smallest::float8 as smallest, v.largest::float8 as largest, v.leads,
      v.opens_on as "opensOn", v.closes_on as "closesOn", v.decide_by as "decideBy",
      v.weight_first as "weightFirst", v.weight_second as "weightSecond", v.reviews,
      jsonb_build_array(jsonb_build_object('zh', v.anchors_first_zh, 'en', v.anchors_first_en),
        jsonb_build_object('zh', v.anchors_second_zh, 'en', v.anchors_second_en),
        jsonb_build_object('zh', v.anchors_third_zh, 'en', v.anchors_third_en)) as anchors,
      coalesce(c.committed, 0)::float8 as committed, (select o.opened_at from fund_opening o where o.call_id = h.id) as "openedAt"
    from ${headOf(calls)} h join ${versionOf(calls)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
      left join app.fund_committed_by_call(${of.id ?? null}::uuid) c on c.call_id = h.id
    where ${of.publicId === undefined ? sql`true` : sql`h.public_id = ${of.publicId}`}
      and ${of.id === undefined ? sql`true` : sql`h.id = ${of.id}`}
    order by v.opens_on desc, v.number desc`);
  return rows.map(({ weightFirst, weightSecond, openedAt, ...row }) => ({
    ...row,
    openedAt: openedAt === null ? null : new Date(openedAt).toISOString(),
    weights: weightsOf(weightFirst, weightSecond),
    phase: phaseOfCall(row, ctx.now),
  }));
}

/** @throws LilinkError NOT_FOUND where there is no such call that is live */
export const requireCall = (ctx: Context, publicId: string): Promise<KnownCall> =>
  requireOne(ctx, { publicId });
/** By the id inside. */
export const requireCallOf = (ctx: Context, id: string): Promise<KnownCall> => requireOne(ctx, { id });

async function requireOne(ctx: Context, of: Parameters<typeof readCalls>[1]): Promise<KnownCall> {
  const [call] = await readCalls(ctx, of);
  if (!call) throw new LilinkError("NOT_FOUND");
  return call;
}
