import type pg from "pg";
/** Writes rows at once, column names from camel case, types from the table; `search` is text for to_tsvector. */
export declare function insertRows(client: pg.Client, table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
