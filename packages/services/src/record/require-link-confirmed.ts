import { toInputError } from "@lilink/model/error";
import { type Named, registerOf, type registers, type Values } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { headOf } from "./record-tables.ts";

const links = registerOf("weakLink");
/** Confirmed and not closed. */
const standing = [
  "confirmed",
  "in_work",
  "evidence_filed",
] as const satisfies readonly (keyof typeof registers.weakLink.machine.states)[];

/** The condition of a call that names a weak link: the link is confirmed and not closed. [FU11] */
export async function requireLinkConfirmed(ctx: Context, values: Values): Promise<void> {
  const named = values.weakLink as Named | null | undefined;
  if (!named) return;
  const { rows } = await ctx.db.execute(
    sql`select 1 from ${headOf(links)} h where h.public_id = ${named.publicId} and h.state = any (${sql.param([...standing])}::text[])`,
  );
  if (rows.length === 0) throw toInputError([{ field: "values.weakLink", rule: "linkNotConfirmed" }]);
}
