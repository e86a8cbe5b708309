import superjson, { type SuperJSONResult } from "superjson";

/** Deeper than any answer of ours; what goes round in a circle is left to the library too. */
const deepest = 40;
const reserved = new Set(["__proto__", "constructor", "prototype"]);

/**
 * What superjson writes, in one walk that copies nothing: an answer is JSON with dates in it. The library looks at each value
 * for all that it knows, which took a tenth of a call; whatever is more than JSON is left to it.
 * @example writeAnswer({ at: new Date(0) }) // { json: { at: … }, meta: { values: { at: ["Date"] }, v: 1 } }
 */
export function writeAnswer(answer: unknown): SuperJSONResult {
  const dates: string[] = [];
  if (typeof answer !== "object" || answer === null || answer instanceof Date || !isPlain(answer, [], dates))
    return superjson.serialize(answer);
  const json = answer as SuperJSONResult["json"];
  if (dates.length === 0) return { json };
  return { json, meta: { values: Object.fromEntries(dates.map((path) => [path, ["Date"]])), v: 1 } };
}

/** Whether a value is JSON and dates; `path` leads to it, and where dates stand is added to `dates`. */
function isPlain(value: unknown, path: (string | number)[], dates: string[]): boolean {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return true;
  // Zero below zero has no sign in JSON.
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object" || path.length > deepest) return false;
  if (value instanceof Date) {
    dates.push(path.map(escapeKey).join("."));
    return !Number.isNaN(value.getTime());
  }
  const isList = Array.isArray(value);
  if (!isList && !isRecord(value)) return false;
  const keys = isList ? value.keys() : Object.keys(value);
  for (const key of keys) {
    if (reserved.has(key as string)) return false;
    const own = (value as Record<string | number, unknown>)[key];
    // JSON leaves it out of an object, and absent is what an answer means by it.
    if (own === undefined && !isList) continue;
    path.push(key);
    if (!isPlain(own, path, dates)) return false;
    path.pop();
  }
  return true;
}

function isRecord(value: object): boolean {
  const made = Object.getPrototypeOf(value);
  return made === Object.prototype || made === null;
}

function escapeKey(key: string | number): string {
  return String(key).replaceAll("\\", "\\\\").replaceAll(".", "\\.");
}
