import { LilinkError } from "@lilink/model/error";
import { z } from "zod";

const cursorSchema = z.tuple([z.string().max(400), z.string().max(80)]);

/** Where a page ended: the sort value and the id of its last row. */
export function toKeyCursor(value: string, id: string): string {
  return writeCursor([value, id]);
}

export function writeCursor(key: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** Throws INVALID_INPUT for a cursor that we did not write. */
export function readKeyCursor(text: string): [value: string, id: string] {
  return readCursor(text, cursorSchema);
}

/** The same for a cursor of another shape. */
export function readCursor<Key>(text: string, schema: z.ZodType<Key>): Key {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch {
    throw new LilinkError("INVALID_INPUT", {}, [{ field: "cursor", rule: "badFormat" }]);
  }
}

/** Makes a page. The caller reads one row more than `limit`, which shows whether a next page exists. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly [string, string],
  toItem: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = last && rows.length > limit ? toKeyCursor(...keyOf(last)) : null;
  return { items: shown.map(toItem), nextCursor };
}
