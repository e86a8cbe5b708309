import { recordStep } from "@lilink/db/schema";
import { organizationOf, personOf } from "@lilink/model/policy";
import type { Register, Values } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { toKey } from "./cells.ts";
import { type Head, toHead } from "./find-record.ts";
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
  const owner = register.owner === "organization" ? organizationOf(ctx.actor) : null;
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const rows = records.map(({ values }) => {
    const title = toTitle(register, values);
    return sql`(${ctx.newId()}::uuid, ${ctx.newPublicId()}, ${owner}::uuid, ${start}, ${now}, ${toKey(register, values)}::text, ${title.zh}::text, ${title.en}::text, ${personOf(ctx.actor)}::uuid, ${now}, ${now})`;
  });
  const inserted = await ctx.db.execute<Parameters<typeof toHead>[0]>(
    sql`insert into ${headOf(register)} (id, public_id, organization_id, state, state_since, key, title_zh, title_en, created_by, created_at, updated_at)
      values ${sql.join(rows, sql`, `)} returning *`,
  );
  const heads = inserted.rows.map(toHead);
  await ctx.db.insert(recordStep).values(
    heads.map((head) => ({
      id: ctx.newId(),
      register: register.name,
      recordId: head.id,
      organizationId: head.organizationId,
      level: register.level,
      shown: states[start]?.live === true,
      version: head.version,
      step: "create",
      toState: start,
      takenBy: personOf(ctx.actor),
      takenAt: ctx.now,
    })),
  );
  return heads;
}
