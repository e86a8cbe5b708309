import { LilinkError } from "@lilink/model/error";
import { takeBody } from "../../kernel/take-body.ts";
import type { ApiContext } from "../../kernel/trpc.ts";
import { findRepeatedKey } from "./find-repeated-key.ts";
import { problemAt, unreadable } from "./refuse.ts";

const maxDepth = 20;
// A NUL and half a surrogate pair are text to JSON and to no database.
const unstorable = /\0|\p{Surrogate}/u;

/** Whether requests of a method carry a body here. */
export function acceptsBody(method: string): boolean {
  return method === "POST" || method === "PUT";
}

/** The JSON object that a request carries; one that carries nothing is an empty object. */
export async function readBody(request: Request, sender: ApiContext): Promise<Record<string, unknown>> {
  const bytes = await takeBody(request, sender);
  if (bytes.length === 0) return {};
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    throw new LilinkError("UNSUPPORTED_TYPE", { wanted: "application/json", given: type ?? "" });
  const text = decode(bytes);
  const value = parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw unreadable("body", "notObject");
  checkValue(value, []);
  const repeated = findRepeatedKey(text);
  if (repeated !== null) throw problemAt(repeated, "repeatedKey", "INVALID_INPUT", "duplicate");
  return value as Record<string, unknown>;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw unreadable("body", "notJson");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable("body", "notJson");
  }
}

/** Refuses what parses and still cannot be worked with, at the field where it stands. */
function checkValue(value: unknown, path: readonly string[]): void {
  const field = path.join(".") || "body";
  if (path.length > maxDepth) throw problemAt(path.slice(0, 3).join("."), "tooDeep");
  if (typeof value === "string" && unstorable.test(value)) throw problemAt(field, "badText");
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (unstorable.test(key)) throw problemAt(field, "badText");
    checkValue(inner, [...path, key]);
  }
}
