import { toDigitalLink } from "./digital-link.ts";
import { modernize } from "./vocabulary.ts";

const numeric = /^[+-]?(\d+(_?\d+)*\.?(\d+)?|\.\d+)([eE][+-]?\d+)?$/;

/** A value in its one spelling: web addresses for old names, numbers without needless zeros, Digital Links. [TR31] */
export function canonicalValue(text: string): string {
  const modern = modernize(text);
  const number = numeric.test(modern) ? canonicalNumber(Number(modern.replaceAll("_", ""))) : modern;
  return toDigitalLink(number) ?? number;
}

/** A double as the reference prints it: whole numbers in full, small and large ones with an exponent of two digits. */
function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value)) return BigInt(value).toString();
  const size = Math.abs(value);
  if (size >= 1e-4) return String(value);
  const [digits = "", exponent = ""] = value.toExponential().split("e");
  return `${digits}e${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, "0")}`;
}

const instant =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/** UTC with milliseconds; a half is rounded to the even one, as the reference does. [TR31] */
export function canonicalTime(text: string): string {
  const match = instant.exec(text);
  if (!match) return text;
  const [, year, month, day, hour, minute, second = "00", fraction = "", zone = "Z"] = match;
  const offset = zone.toUpperCase() === "Z" ? 0 : minutesOf(zone);
  const base = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (!Number.isFinite(base)) return text;
  const micros = Number(fraction.slice(0, 6).padEnd(6, "0"));
  const below = Math.floor(micros / 1000);
  const rest = micros % 1000;
  const isUp = rest > 500 || (rest === 500 && below % 2 === 1);
  return new Date(base - offset * 60_000 + below + (isUp ? 1 : 0)).toISOString();
}

function minutesOf(zone: string): number {
  const sign = zone.startsWith("-") ? -1 : 1;
  const digits = zone.replaceAll(/[+:-]/g, "");
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
}
