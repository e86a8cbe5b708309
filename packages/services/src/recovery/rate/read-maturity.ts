import { toShanghaiDate } from "@lilink/model/calendar";
import { countMaturity, isListedOn, type Maturity } from "@lilink/model/conditions";
import { registerOf } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";
import { fewest } from "./read-conformity.ts";

const plant = registerOf("plant");

type Row = {
  readonly firm: string;
  readonly state: string;
  readonly evidenceUntil: string;
  readonly maturity: number | null;
};

/** Listed plants for lithium salts and their levels, for the worker, which alone reads the figures of all; null below ten firms. [CN8] */
export async function readMaturity(ctx: Context): Promise<Maturity | null> {
  const { rows } = await ctx.db.execute<Row>(
    sql`select coalesce(p.group_id, h.organization_id)::text as firm, h.state, v.evidence_until as "evidenceUntil", o.maturity
      from ${headOf(plant)} h join ${versionOf(plant)} v on v.record_id = h.id and v.version = h.live_version and v.level = 'everyone'
      left join ${versionOf(plant)} o on o.record_id = h.id and o.version = h.live_version and o.level = 'own'
      left join organization_profile p on p.organization_id = h.organization_id
      where v.type = 'lithium_salt' limit 5000`,
  );
  const today = toShanghaiDate(ctx.now);
  const counted = countMaturity(rows.filter((row) => isListedOn(row, today)));
  return counted.firms >= fewest ? counted : null;
}
