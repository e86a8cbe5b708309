import { isoDay } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { type LinkId, linkIds } from "@lilink/model/chain";
import { registerOf, type SeatBody, type SeatRole, seatBodies, seatRoles } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";
import { findMandate } from "../meeting/vote.ts";

const seats = registerOf("seat");
type Named = { readonly publicId: string; readonly nameZh: string; readonly nameEn: string | null };

export type GroupSeat = {
  readonly publicId: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly body: SeatBody;
  readonly role: SeatRole;
  readonly links: readonly LinkId[];
  readonly sitting: Named | null;
  readonly holder: string | null;
  readonly deputy: string | null;
  readonly termFrom: string;
  readonly termTo: string;
  /** Questions put to the seat until that day, and how many it answered; where it was recused it owed no answer. */
  readonly asked: number;
  readonly answered: number;
  readonly recused: number;
};

/** Who sits for whom on a day, by which mandate, who sat before, and which links no key enterprise sits for. [GV4] */
export const loadGroup = defineQuery({
  name: "group.load",
  input: z.object({ on: isoDay.optional() }),
  authorize: { action: "record.browse" },
  run: async (ctx, { on: given }) => {
    const on = given ?? toShanghaiDate(ctx.now);
    const { rows } = await ctx.db.execute<GroupSeat>(
      sql`select h.public_id as "publicId", v.name_zh as "nameZh", v.name_en as "nameEn", v.body, v.role, v.links, v.holder, v.deputy,
          v.term_from as "termFrom", v.term_to as "termTo",
          (select jsonb_build_object('publicId', o.public_id, 'nameZh', o.name_zh, 'nameEn', o.name_en) from organization o where o.id = v.sitting_id) as sitting,
          b.asked, b.answered, b.recused
        from ${headOf(seats)} h join ${versionOf(seats)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone',
          app.seat_answers(h.public_id, ${on}) b
        where v.term_from <= ${on} order by v.term_from, v.name_zh, h.id limit 500`,
    );
    const order = (one: GroupSeat) => seatBodies.indexOf(one.body) * 10 + seatRoles.indexOf(one.role);
    const now = rows.filter(({ termTo }) => termTo >= on).sort((a, b) => order(a) - order(b));
    const past = rows.filter(({ termTo }) => termTo < on).sort((a, b) => (a.termTo < b.termTo ? 1 : -1));
    const empty = linkIds.filter(
      (link) =>
        link !== "chain" && !now.some(({ body, links }) => body === "key_enterprise" && links.includes(link)),
    );
    return { on, mandate: await findMandate(ctx, on), seats: now, past, empty };
  },
});
