import type pg from "pg";

const toColumn = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Writes rows at once, column names from camel case, types from the table; `search` is text for to_tsvector. */
export async function insertRows(
  client: pg.Client,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const keys = Object.keys(first);
  const columns = keys.map((key) => `"${toColumn(key)}"`);
  const data = rows.map((row) =>
    Object.fromEntries(keys.filter((key) => key !== "search").map((key) => [toColumn(key), row[key]])),
  );
  const texts = keys.includes("search") ? rows.map((row) => row.search) : null;
  const values = columns.map((column) =>
    column === '"search"' ? "to_tsvector('simple', t.text)" : `r.${column}`,
  );
  await client.query(
    `insert into ${table} (${columns.join(", ")})
     select ${values.join(", ")}
     from (select e.value, e.ordinality from jsonb_array_elements($1::jsonb) with ordinality e) e
     ${texts ? "join unnest($2::text[]) with ordinality t(text, ordinality) on t.ordinality = e.ordinality" : ""}
     cross join lateral jsonb_populate_record(null::${table}, e.value) r`,
    [JSON.stringify(data), ...(texts ? [texts] : [])],
  );
}
