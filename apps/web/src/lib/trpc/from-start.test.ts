import { LilinkError } from "@lilink/model/error";
import { expect, it } from "vitest";
import { fromStart } from "./from-start.ts";

const refusal = new LilinkError("INVALID_INPUT", {}, [{ field: "cursor", rule: "foreignCursor" }]);
const list = async ({ cursor, q }: { readonly cursor?: string; readonly q: string }) => {
  if (cursor === "foreign") throw refusal;
  if (q === "bad") throw new LilinkError("NOT_FOUND");
  return cursor ? `${q}, from ${cursor}` : `${q}, from the start`;
};
const api = fromStart({ posting: { list } });

it("[RA4] lists from the start where the cursor is another reader's, and from the cursor where it is the reader's own", async () => {
  expect(await api.posting.list({ cursor: "foreign", q: "salt" })).toBe("salt, from the start");
  expect(await api.posting.list({ cursor: "own", q: "salt" })).toBe("salt, from own");
  await expect(api.posting.list({ cursor: "own", q: "bad" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
