import type pg from "pg";
import { type ChainKind, COVERED, type EntryForm, type Link } from "./seal.ts";

/** A link with the text of its entry; no form where the entry is gone. */
export type LinkedEntry = { readonly link: Link; readonly form: EntryForm | null };

type Row = Omit<Link, "kind" | "entryId"> & { readonly entry_id: string; readonly form: EntryForm | null };

const TABLES = { audit: "audit_entry", disclosure: "disclosure_read" } as const satisfies Record<
  ChainKind,
  string
>;
const PAGE = 5000;

/** An entry as the texts that are hashed, in SQL; `e` is the entry. */
export const FORM_SQL = {
  audit: toForm("audit"),
  disclosure: toForm("disclosure"),
} as const satisfies Record<ChainKind, string>;

/** Every link of a kind, chain by chain in the order of their numbers, page by page so that memory stays flat. */
export async function* readLinks(
  client: Pick<pg.ClientBase, "query">,
  kind: ChainKind,
  chain: string | null = null,
): AsyncGenerator<LinkedEntry> {
  let [atChain, atNumber] = ["00000000-0000-0000-0000-000000000000", "-1"];
  for (;;) {
    const { rows } = await client.query<Row>(
      `select l.chain, l.number::float8 as number, l.entry_id, l.prior, l.hash, case when e.id is not null then ${FORM_SQL[kind]} end as form
       from audit_link l left join ${TABLES[kind]} e on e.id = l.entry_id
       where l.kind = $1 and (l.chain, l.number) > ($2::uuid, $3::bigint) and ($4::uuid is null or l.chain = $4)
       order by l.chain, l.number limit ${PAGE}`,
      [kind, atChain, atNumber, chain],
    );
    for (const { entry_id: entryId, form, ...rest } of rows) yield { link: { kind, entryId, ...rest }, form };
    const last = rows.at(-1);
    if (!last) return;
    [atChain, atNumber] = [last.chain, String(last.number)];
  }
}

/** The ids of entries that stand in no chain: somebody wrote them past the database's own hand. */
export async function readUnlinked(client: Pick<pg.ClientBase, "query">, kind: ChainKind): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select e.id from ${TABLES[kind]} e where not exists (select 1 from audit_link l where l.kind = $1 and l.entry_id = e.id) order by 1`,
    [kind],
  );
  return rows.map(({ id }) => id);
}

function toForm(kind: ChainKind): string {
  const texts = COVERED[kind].map((column) =>
    column === "at"
      ? `to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
      : `e.${column}::text`,
  );
  return `array[${texts.join(", ")}]`;
}
