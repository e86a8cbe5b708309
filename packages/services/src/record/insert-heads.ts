import { organizationOf, personOf } from "@lilink/model/policy";
import type { Register, Values } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { toKey } from "./cells.ts";
import type { Head } from "./find-record.ts";
import { headOf } from "./record-tables.ts";
import { toTitle } from "./write-version.ts";

/** New records at their machine's start, in the order given, with the first line of their life. */
export async function insertHeads(
  ctx: Context,
  register: Register,
  records: readonly { readonly values: Values }[],
): Promise<readonly Head[]> {
  if (records.length === 0) return [];
  const { start, states } = register.machine;
  const organizationId = register.owner === "organization" ? organizationOf(ctx.actor) : null;
  const rows = records.map(({ values }) => {
    const { zh, en } = toTitle(register, values);
    return { id: ctx.newId(), public_id: ctx.newPublicId(), key: toKey(register, values), zh, en };
  });
  const [now, person] = [sql`${ctx.now.toISOString()}::timestamptz`, sql`${personOf(ctx.actor)}::uuid`];
  const owner = sql`${organizationId}::uuid`;
  await ctx.db.execute(
    sql`insert into ${headOf(register)} (id, public_id, organization_id, state, state_since, key, title_zh, title_en, created_by, hands, created_at, updated_at)
      select id, public_id, ${owner}, ${start}, ${now}, key, zh, en, ${person}, array[${person}], ${now}, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, public_id text, key text, zh text, en text)`,
  );
  const steps = rows.map(({ id }) => ({ id: ctx.newId(), record_id: id }));
  await ctx.db.execute(
    sql`insert into record_step (id, register, record_id, organization_id, level, shown, version, step, to_state, taken_by, taken_at)
      select id, ${register.name}, record_id, ${owner}, ${register.level}, ${states[start]?.live === true}, 1, 'create', ${start}, ${person}, ${now}
      from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as r (id uuid, record_id uuid)`,
  );
  return rows.map(({ id, public_id: publicId, zh, en }) => ({
    ...{ id, publicId, organizationId, state: start, stateSince: ctx.now },
    ...{ version: 1, liveVersion: null, revision: 1 },
    ...{ titleZh: zh, titleEn: en, createdAt: ctx.now, updatedAt: ctx.now },
  }));
}
