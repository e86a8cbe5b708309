import { toShanghaiDate } from "@lilink/model/calendar";
import {
  clockOf,
  laneOf,
  type MaturityRung,
  type RelayLane,
  type RelayMark,
  type RelayResultState,
} from "@lilink/model/fund/life";
import { registerOf } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { headOf } from "../../record/record-tables.ts";
import type { Body } from "../application/read-application.ts";

const achievements = registerOf("achievement");

type Mark = RelayMark & { readonly user: Body | null };
type Row = {
  readonly id: string;
  readonly publicId: string;
  readonly state: RelayResultState;
  readonly title: string;
  /** Its title in English, where its achievement has one. */
  readonly titleEn: string | null;
  readonly use: string;
  readonly node: string;
  readonly rung: MaturityRung;
  readonly madeOn: string;
  readonly holder: Body;
  readonly isOwn: boolean;
  /** The project that it came from, or the achievement. */
  readonly award: { readonly publicId: string; readonly title: string } | null;
  readonly achievement: string | null;
  readonly marks: readonly Mark[];
  /** Something waits for the reader's own organization, or for the other side. */
  readonly waits: "own" | "other" | null;
};
export type ResultView = Omit<Row, "id" | "marks"> & {
  readonly lane: RelayLane;
  readonly clock: ReturnType<typeof clockOf>;
  /** The month in which it came to its lane. */
  readonly since: string;
  readonly returned: number;
  /** Who uses it and says so. */
  readonly users: readonly Body[];
};
export type KnownResult = ResultView & { readonly id: string };

/** One result, what is on the board, or what was taken off it as well. */
type Which = { readonly publicId: string } | { readonly achievement: string } | "offered" | "all";

/** Results with what everybody may know of where they stand; what waits longest comes first. [RY3] [RY4] */
export async function readResults(ctx: Context, which: Which): Promise<readonly KnownResult[]> {
  const wanted =
    which === "all"
      ? sql`true`
      : which === "offered"
        ? sql`r.state = 'offered'`
        : "publicId" in which
          ? sql`r.public_id = ${which.publicId}`
          : sql`r.achievement_id = (select h.id from ${headOf(achievements)} h where h.public_id = ${which.achievement})`;
  const body = sql`jsonb_build_object('publicId', o.public_id, 'nameZh', o.name_zh, 'nameEn', o.name_en)`;
  const { rows } = await ctx.db.execute<Row>(sql`with mark as (
      select m.result_id, jsonb_agg(jsonb_build_object('state', m.state, 'claimedIn', m.claimed_in, 'since', m.since,
        'user', (select ${body} from organization o where o.id = m.user_id)) order by m.since, m.state) as marks
      from app.relay_marks() m group by 1),
    told as (select c.result_id, bool_or(s.told_org <> app.org()) as own from relay_claim c join relay_step s on s.claim_id = c.id
      where s.state = 'told' and app.org() in (c.org_id, c.holder_id) group by 1)
    select r.id, r.public_id as "publicId", r.state, r.title,
      (select h.title_en from ${headOf(achievements)} h where h.id = r.achievement_id) as "titleEn", r.use, r.node, r.rung, r.made_on::text as "madeOn",
      (select ${body} from organization o where o.id = r.org_id) as holder, coalesce(r.org_id = app.org(), false) as "isOwn",
      (select jsonb_build_object('publicId', a.public_id, 'title', a.title) from fund_output x join fund_award a on a.id = x.award_id where x.id = r.output_id) as award,
      (select h.public_id from ${headOf(achievements)} h where h.id = r.achievement_id) as achievement,
      coalesce((select m.marks from mark m where m.result_id = r.id), '[]'::jsonb) as marks,
      (select case when t.own then 'own' else 'other' end from told t where t.result_id = r.id) as waits
    from relay_result r where ${wanted}
    order by r.made_on, r.public_id limit 5000`);
  const today = toShanghaiDate(ctx.now);
  return rows
    .map(({ marks, ...row }) => {
      const lane = laneOf(marks);
      const inLane = marks.filter(({ state }) => state === lane).map(({ since }) => since);
      return {
        ...row,
        lane,
        clock: clockOf({ madeOn: row.madeOn, marks }, today),
        since: inLane.toSorted()[0] ?? row.madeOn.slice(0, 7),
        returned: marks.filter(({ state }) => state === "returned").length,
        users: marks.flatMap(({ user }) => (user ? [user] : [])),
      };
    })
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}
