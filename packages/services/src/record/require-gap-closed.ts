import { isClosed, type MeasuredGap } from "@lilink/model/chain-health";
import { toInputError } from "@lilink/model/error";
import { type Named, registerOf, type Values } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { headOf, versionOf } from "./record-tables.ts";

const gaps = registerOf("gapRecord");

/** The condition of closing: the named gap is of the same node, comparable, and nine tenths of its way are done. [WL9] */
export async function requireGapClosed(ctx: Context, values: Values): Promise<void> {
  const named = values.gap as Named | null | undefined;
  const { rows } = await ctx.db.execute<MeasuredGap>(
    sql`select v.better, v.domestic_value::float8 as domestic, v.frontier_value::float8 as frontier, v.floor_value::float8 as floor
      from ${headOf(gaps)} h join ${versionOf(gaps)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
      where h.public_id = ${named?.publicId ?? ""} and v.node = ${String(values.node)} and v.comparison = 'comparable'
        and v.better is not null and v.domestic_value is not null and v.frontier_value is not null`,
  );
  if (!rows[0] || !isClosed(rows[0])) throw toInputError([{ field: "values.gap", rule: "gapOpen" }]);
}
