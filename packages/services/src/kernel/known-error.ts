import { LilinkError } from "@lilink/model/error";

const unavailable = new Set([
  // Timeouts of a statement, a lock or an idle transaction; a pooler without a free connection.
  "57014",
  "55P03",
  "25P03",
  "25P04",
  "08P01",
  "53200",
  "53400",
  "EPIPE",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08006",
  "08001",
  "08003",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
]);

/** No disk space for rows, for the log of the database or for a file. */
const full = new Set(["53100", "58030", "ENOSPC", "EDQUOT", "EROFS"]);

const unreadable = new Set(["22021", "22P05", "22P02", "22P03", "22003", "22007", "22008", "22032"]);

/** Turns database errors that a caller can act on into our codes. All others stay internal. */
export function toKnownError(error: unknown): unknown {
  if (error instanceof LilinkError) return error;
  const code = codeOf(error);
  if (code === "23505") return new LilinkError("CONFLICT", {}, [], error);
  if (code === "42501") return new LilinkError("NOT_FOUND", {}, [], error);
  // A value that the database cannot store or read: NUL, half a character, a number or date out of range.
  if (code !== null && unreadable.has(code)) return new LilinkError("INVALID_INPUT", {}, [], error);
  if (code === "40001" || code === "40P01") return new LilinkError("CONFLICT", {}, [], error);
  if (code !== null && full.has(code)) return new LilinkError("NO_SPACE", {}, [], error);
  if (code !== null && unavailable.has(code)) return new LilinkError("UNAVAILABLE", {}, [], error);
  return isCutOff(error) ? new LilinkError("UNAVAILABLE", {}, [], error) : error;
}

// A lost connection has no error code, and the query builder wraps it: look at the messages. A kept plan whose table
// has changed since fails on its connection each time.
export function isCutOff(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (
      /Connection terminated|timeout exceeded when trying to connect|is not queryable|Query read timeout|cached plan must not change result type/.test(
        at.message,
      )
    )
      return true;
  }
  return false;
}

function codeOf(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return null;
}
