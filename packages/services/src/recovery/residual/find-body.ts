import { toInputError } from "@lilink/model/error";
import { keptCode } from "@lilink/model/trace/code";
import { sql } from "drizzle-orm";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";

/** Another organization, by its public id, for a field. */
export async function requireBody(ctx: Context, publicId: string, field: string): Promise<string> {
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from organization where public_id = ${publicId} and status = 'verified' and id <> ${requireOwn(ctx)}::uuid`,
  );
  if (!rows[0]) throw toInputError([{ field, rule: "notInList" }]);
  return rows[0].id;
}

/** A battery code as it is read; what is none is refused. */
export function requireCode(typed: string): string {
  const code = keptCode(typed);
  if (code === null) throw toInputError([{ field: "code", rule: "badFormat" }]);
  return code;
}
