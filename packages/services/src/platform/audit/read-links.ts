import type { Database } from "@lilink/db";
import { type SQL, sql } from "drizzle-orm";
import { type ChainKind, COVERED, type EntryForm, type Link } from "./seal.ts";

/** A link with the text of its entry; no form where the entry is gone. */
export type LinkedEntry = { readonly link: Link; readonly form: EntryForm | null };

type Place = Pick<Link, "chain" | "number">;
type Row = Place & {
  readonly entry_id: string;
  readonly prior: string;
  readonly hash: string;
  readonly form: EntryForm | null;
};

const TABLES = { audit: "audit_entry", disclosure: "disclosure_read" } as const satisfies Record<
  ChainKind,
  string
>;
const FORMS = { audit: toForm("audit"), disclosure: toForm("disclosure") };
const PAGE = 2000;

/** Every link of a kind, or of one chain, chain by chain in the order of numbers; page by page, so memory stays flat. */
export async function* readLinks(
  db: Database,
  kind: ChainKind,
  chain: string | null = null,
): AsyncGenerator<LinkedEntry> {
  let after: Place | null = null;
  for (;;) {
    const page: readonly LinkedEntry[] = await readLinkPage(db, kind, { chain, after, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.link;
  }
}

/** So many links after a place. */
export async function readLinkPage(
  db: Database,
  kind: ChainKind,
  given: { readonly chain: string | null; readonly after: Place | null; readonly limit: number },
): Promise<readonly LinkedEntry[]> {
  const { chain, after, limit } = given;
  const { rows } = await db.execute<Row>(sql`
    select l.chain, l.number::float8 as number, l.entry_id, l.prior, l.hash,
      case when e.id is not null then ${FORMS[kind]} end as form
    from audit_link l left join ${sql.identifier(TABLES[kind])} e on e.id = l.entry_id
    where l.kind = ${kind} and ${chain === null ? sql`true` : sql`l.chain = ${chain}::uuid`}
      and ${after === null ? sql`true` : sql`(l.chain, l.number) > (${after.chain}::uuid, ${after.number}::bigint)`}
    order by l.chain, l.number limit ${limit}`);
  return rows.map(({ entry_id: entryId, form, ...link }) => ({ link: { kind, entryId, ...link }, form }));
}

/** The ids of entries that stand in no chain: somebody wrote them past the database's own hand. */
export async function readUnlinked(db: Database, kind: ChainKind): Promise<readonly string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select e.id from ${sql.identifier(TABLES[kind])} e
    where not exists (select 1 from audit_link l where l.kind = ${kind} and l.entry_id = e.id) order by 1`);
  return rows.map(({ id }) => id);
}

function toForm(kind: ChainKind): SQL {
  const texts = COVERED[kind].map((column) =>
    column === "at"
      ? `to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
      : `e.${column}::text`,
  );
  return sql.raw(`array[${texts.join(", ")}]`);
}
