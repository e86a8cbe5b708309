import { type EcologyVerdict, type Register, registers } from "@lilink/model/register";
import { judgeEcology } from "@lilink/model/supply/ecology";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { readAreas } from "./judge-blocks.ts";
import { headOf, versionOf } from "./record-tables.ts";

/** One field of which another value binds than a record states, by the record's id. */
export type Binding = { readonly field: string; readonly values: ReadonlyMap<string, string> };

type Row = {
  id: string;
  outline: string | null;
  lon: number | null;
  lat: number | null;
  ecology: EcologyVerdict | null;
};

/**
 * The blocks whose protected areas say more than their records do, each with the verdict that binds: lists filter, count and sort by it.
 * Other registers have none. [EP4] [EP6]
 * @param own current versions, drafts included; else what is live
 */
export async function readBinding(
  ctx: Context,
  register: Register,
  own: boolean,
): Promise<Binding | undefined> {
  if (register.name !== registers.miningRight.name) return undefined;
  const areas = await readAreas(ctx);
  if (areas.length === 0) return undefined;
  const { rows } = await ctx.db.execute<Row>(
    sql`select v.record_id as id, v.outline, v.place_lon::float8 as lon, v.place_lat::float8 as lat, v.ecology
      from ${versionOf(register)} v ${own ? sql`join ${headOf(register)} h on h.id = v.record_id and v.version = h.version` : sql``}
      where v.level = ${register.level} ${own ? sql`` : sql`and v.status = 'live'`} and (v.outline is not null or v.place_lon is not null)`,
  );
  const values = new Map<string, string>();
  for (const { id, outline, lon, lat, ecology } of rows) {
    const place = lon === null || lat === null ? null : { lon, lat };
    const { binding, isContradicted } = judgeEcology({ outline, place, ecology }, areas);
    if (isContradicted) values.set(id, binding);
  }
  return values.size > 0 ? { field: "ecology", values } : undefined;
}
