import { findRegister } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { headOf } from "../../record/record-tables.ts";

/** A record as an entry names it: where its page is, and what it is called. */
export type NamedRecord = {
  readonly id: string;
  readonly path: string;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
};

/** The records that entries are about, by id, as far as the reader may read them. [AU10] */
export async function readRecords(
  ctx: Context,
  rows: readonly { readonly subjectKind: string | null; readonly subjectId: string | null }[],
): Promise<ReadonlyMap<string, NamedRecord>> {
  const found = new Map<string, NamedRecord>();
  for (const kind of new Set(rows.map(({ subjectKind }) => subjectKind ?? ""))) {
    const register = findRegister(kind);
    if (!register) continue;
    const ids = rows.flatMap(({ subjectKind, subjectId }) =>
      subjectKind === kind && subjectId ? [subjectId] : [],
    );
    const { rows: heads } = await ctx.db.execute<Omit<NamedRecord, "path"> & { publicId: string }>(
      sql`select id, public_id as "publicId", title_zh as "titleZh", title_en as "titleEn" from ${headOf(register)}
        where id = any (${sql.param([...new Set(ids)])}::uuid[])`,
    );
    for (const { publicId, ...head } of heads)
      found.set(head.id, { ...head, path: `/${register.rest.path}/${publicId}` });
  }
  return found;
}
