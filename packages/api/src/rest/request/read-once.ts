import { createHash } from "node:crypto";
import type { Once } from "@lilink/services";
import superjson from "superjson";
import { unreadable } from "./refuse.ts";

export const idempotencyHeader = "Idempotency-Key";

/** A string of RFC 9651, as the draft of the header wants it, or the same without its quotation marks. */
const form = /^(?:"([!#-[\]-~]{1,255})"|([!#-[\]-~]{1,255}))$/;

/** The name under which a program sends a change, and what that change is; undefined where it sends none. */
export function readOnce(headers: Headers, operation: string, input: object): Once | undefined {
  const given = headers.get(idempotencyHeader);
  if (given === null) return undefined;
  const [, quoted, bare] = form.exec(given.trim()) ?? [];
  const key = quoted ?? bare;
  if (key === undefined) throw unreadable(idempotencyHeader, "badIdempotencyKey");
  const fingerprint = createHash("sha256")
    .update(toSorted([operation, input]))
    .digest("hex");
  return {
    key,
    fingerprint,
    write: (output) => superjson.serialize(output),
    read: (kept) => superjson.deserialize(kept as ReturnType<typeof superjson.serialize>),
  };
}

/** The same text for the same value, in whichever order its fields were sent. */
function toSorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
