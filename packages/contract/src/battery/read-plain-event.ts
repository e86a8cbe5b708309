import { custodyVerbs } from "@lilink/model/trace/verb";
import type { z } from "zod";
import { isoDay } from "../page/page.ts";
import type { reportEventSchema } from "./battery.ts";

type Told = z.output<typeof reportEventSchema>;
type Fits = (value: unknown) => boolean;

const verbs: ReadonlySet<unknown> = new Set(custodyVerbs);
const like =
  (pattern: RegExp): Fits =>
  (value) =>
    typeof value === "string" && pattern.test(value);
const share: Fits = (value) => typeof value === "number" && value >= 0 && value <= 1;

/** What a plain value of each field looks like: nothing about it is to be mended, and the schema takes it as it stands. */
const plain: ReadonlyMap<string, Fits> = new Map([
  ["verb", (value: unknown) => verbs.has(value)],
  ["code", like(/^[0-9A-Za-z]{1,80}$/)],
  ["at", isDay],
  ["to", like(/^[0-9A-Za-z_-]{8,32}$/)],
  ["province", like(/^\d{2}$/)],
  ["vehicle", like(/^[!-~]{1,40}$/)],
  ["energyShare", share],
  ["u", share],
  ["step", (value: unknown) => value === 1 || value === 2 || value === 3],
  ["reason", like(/^[!-~]{1,60}$/)],
  ["batch", like(/^[!-~]{1,60}$/)],
  ["proof", like(/^[!-~]{1,60}$/)],
  ["authority", like(/^[!-~]{1,60}$/)],
]);

/**
 * What `reportEventSchema` makes of a row, where every field of it is plain: of a hundred thousand rows nearly all are, and the schema
 * takes a while for each. Null says nothing: then the schema is asked.
 * @example readPlainEvent({ verb: "make", code: "001CB240000003B3C0221953", at: "2022-05-17" }) // the same
 */
export function readPlainEvent(values: Readonly<Record<string, unknown>>): Told | null {
  if (values.verb === undefined || values.code === undefined || values.at === undefined) return null;
  for (const field in values) if (!plain.get(field)?.(values[field])) return null;
  return values as Told;
}

const mostDays = 20_000;
const days = new Set<unknown>();

/** A file names few days, each many times. */
function isDay(value: unknown): boolean {
  if (days.has(value)) return true;
  if (!isoDay.safeParse(value).success) return false;
  if (days.size >= mostDays) days.clear();
  days.add(value);
  return true;
}
