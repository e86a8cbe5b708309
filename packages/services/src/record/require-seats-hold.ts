import { toInputError } from "@lilink/model/error";
import { registerOf, type Values } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { headOf, versionOf } from "./record-tables.ts";

const seats = registerOf("seat");

/** The condition of a vote that is written down: no more votes than seats were in their term on that day, where the platform knows any. [VO6] */
export async function requireSeatsHold(ctx: Context, values: Values): Promise<void> {
  const on = String(values.votedOn ?? values.decidedOn);
  const { rows } = await ctx.db.execute<{ count: number }>(
    sql`select count(*)::int as count from ${headOf(seats)} h
      join ${versionOf(seats)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
      where v.role <> 'observer' and ${on} between v.term_from and v.term_to`,
  );
  const most = rows[0]?.count ?? 0;
  const cast = [values.votesFor, values.votesAgainst, values.abstained].reduce<number>(
    (sum, one) => sum + Number(one ?? 0),
    0,
  );
  if (most > 0 && cast > most)
    throw toInputError([{ field: "values.votesFor", rule: "tooLarge", params: { max: most } }]);
}
