import { lookupSchema } from "@lilink/contract";
import { type Register, readActionOf } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import { defineQuery } from "../kernel/define.ts";
import { headOf } from "./record-tables.ts";

/** What a picker shows of a record; its public id is what a field of kind `record` takes. */
export type FoundRecord = {
  readonly publicId: string;
  readonly zh: string | null;
  readonly en: string | null;
  readonly state: string;
};

/**
 * Records by a part of their title in either language, those that begin with it first; without text, those that changed last.
 * For pickers: it reads heads alone and counts nothing. Cheap enough for each key that is pressed. [RG10]
 */
export function lookupRecords(register: Register) {
  return defineQuery({
    name: `${register.name}.lookup`,
    input: lookupSchema,
    authorize: { action: readActionOf(register) },
    run: async (ctx, { text, limit }): Promise<readonly FoundRecord[]> => {
      const names = sql`lower(concat_ws(chr(10), title_zh, title_en))`;
      const asked = text.toLowerCase();
      const order = asked
        ? sql`position(${asked} in ${names}) > 1, length(${names}), id`
        : sql`updated_at desc, id desc`;
      const { rows } = await ctx.db.execute<FoundRecord>(
        sql`select public_id as "publicId", title_zh as zh, title_en as en, state from ${headOf(register)}
          where (live_version is not null or state = any (${sql.param(editable(register))}::text[]))
            ${asked ? sql`and position(${asked} in ${names}) > 0` : sql``}
          order by ${order} limit ${limit}`,
      );
      return rows;
    },
  });
}

/** States in which a record that was never live may still become so. */
const editable = ({ machine }: Register) =>
  Object.entries(machine.states).flatMap(([state, { end }]) => (end ? [] : [state]));
