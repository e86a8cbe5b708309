import type { Answer } from "../ask.ts";

const codes = new Set([
  "INVALID_INPUT",
  "NOT_SIGNED_IN",
  "CONFIRM_FIRST",
  "FORBIDDEN",
  "CONFLICT_OF_INTEREST",
  "NOT_FOUND",
  "CONFLICT",
  "WRONG_STATE",
  "LIMIT_REACHED",
  "TOO_LARGE",
  "UNSUPPORTED_TYPE",
]);
const inside =
  /node_modules|\bat \S+ \(|\.tsx?:\d+|\.m?js:\d+|SQLSTATE|syntax error at|relation "|column "|drizzle|ZodError|TRPCError|PostgreSQL|pg_catalog|ECONN/;
/** Far above what any input should cost: the machine that tests does much else. */
const slowest = 8_000;

/** What is wrong with an answer to something hostile; null where it is as it should be. */
export function findFault({ status, text }: Answer, milliseconds: number): string | null {
  if (status < 200 || status >= 500) return `answers ${status}: ${text.slice(0, 200)}`;
  if (milliseconds > slowest) return `takes ${Math.round(milliseconds)} ms`;
  if (status < 400) return null;
  // Refused before anything of it was read: what is of a wrong type, or too long.
  if (text === "" && [400, 404, 413, 415, 431].includes(status)) return null;
  const leak = inside.exec(text);
  if (leak) return `tells of the inside: ${text.slice(Math.max(0, leak.index - 80), leak.index + 120)}`;
  const code = readCode(text);
  return code !== null && codes.has(code) ? null : `refuses in a form of its own: ${text.slice(0, 200)}`;
}

type Refused = {
  readonly code?: unknown;
  readonly error?: { readonly json?: { readonly data?: { readonly lilink?: { readonly code?: unknown } } } };
};

function readCode(text: string): string | null {
  try {
    const parsed = JSON.parse(text) as Refused | readonly Refused[];
    const one = Array.isArray(parsed) ? (parsed as readonly Refused[])[0] : (parsed as Refused);
    const code = one?.code ?? one?.error?.json?.data?.lilink?.code;
    return typeof code === "string" ? code : null;
  } catch {
    return null;
  }
}
