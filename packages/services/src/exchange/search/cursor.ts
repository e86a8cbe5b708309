import { publicIdSchema, searchSorts } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import { z } from "zod";

const cursorSchema = z.object({
  by: z.enum(searchSorts),
  value: z.string().max(40),
  id: publicIdSchema,
});
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Where a page ended: the sorted value and the public id of its last row. */
export type Cursor = z.infer<typeof cursorSchema>;

export function toCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** A cursor that was cut, invented or made for another order is INVALID_INPUT. */
export function readCursor(text: string | undefined, by: Cursor["by"]): Cursor | null {
  if (text === undefined) return null;
  try {
    const cursor = cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    const valid =
      by === "best"
        ? /^\d+(\.\d+)?$/.test(cursor.value)
        : instant.test(cursor.value) && !Number.isNaN(Date.parse(cursor.value));
    if (cursor.by === by && valid) return cursor;
  } catch {
    // Falls through to the one answer for every broken cursor.
  }
  throw new LilinkError("INVALID_INPUT", {}, [{ field: "cursor", rule: "badFormat" }]);
}
