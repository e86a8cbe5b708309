import { shiftDate } from "../calendar/index.ts";

/** The offices whose term is computed here. [PT1] */
export const patentOffices = ["US", "CN", "EP", "CA", "JP", "KR"] as const;
export type PatentOffice = (typeof patentOffices)[number];

/** What a term is computed from; days are ISO days, and what is not known is left out. */
export type PatentDates = {
  readonly office: string;
  readonly filedOn?: string | null;
  readonly priorityOn?: string | null;
  readonly isPriorityProvisional?: boolean | null;
  /** The first non-provisional filing of the chain, for the United States. */
  readonly firstNonprovisionalOn?: string | null;
  /** Days by which the office was late. */
  readonly extensionDays?: number | null;
  /** Given up so that the patent ends with an earlier one: no extension. */
  readonly hasTerminalDisclaimer?: boolean | null;
};

/** The rule by which a term was computed, or what is missing. */
export type PatentTerm =
  | {
      readonly expiry: string;
      readonly rule: "us_first_nonprovisional" | "us_own_filing" | "own_filing";
      readonly missing?: undefined;
    }
  | { readonly expiry: null; readonly missing: readonly (keyof PatentDates)[] };

const years = 20;
const ownFiling: ReadonlySet<string> = new Set(["CN", "EP", "CA", "JP", "KR"]);

/**
 * When a patent ends by the rule of its office, renewal fees apart. United States: twenty years from the first
 * non-provisional filing, and the days of extension unless they were disclaimed. Elsewhere: twenty years from the own filing. [PT1] [PT2]
 * @example patentTerm({ office: "CN", filedOn: "2003-08-08" }).expiry // "2023-08-08"
 */
export function patentTerm(dates: PatentDates): PatentTerm {
  const { office, filedOn } = dates;
  if (office === "US") return usTerm(dates);
  if (!ownFiling.has(office)) return { expiry: null, missing: ["office"] };
  if (!filedOn) return { expiry: null, missing: ["filedOn"] };
  return { expiry: addYears(filedOn, years), rule: "own_filing" };
}

function usTerm(dates: PatentDates): PatentTerm {
  const { filedOn, firstNonprovisionalOn, extensionDays, hasTerminalDisclaimer } = dates;
  const start = firstNonprovisionalOn ?? ownStart(dates);
  if (typeof start !== "string") return { expiry: null, missing: start };
  const term = addYears(start, years);
  const extension = hasTerminalDisclaimer ? 0 : (extensionDays ?? 0);
  return {
    expiry: extension === 0 ? term : shiftDate(term, extension),
    rule: start === filedOn ? "us_own_filing" : "us_first_nonprovisional",
  };
}

/** The own filing where it is the first non-provisional one: without a priority, or within a year of a provisional one. */
function ownStart(dates: PatentDates): string | readonly (keyof PatentDates)[] {
  const { filedOn, priorityOn, isPriorityProvisional } = dates;
  if (!filedOn) return ["filedOn"];
  if (!priorityOn || priorityOn === filedOn) return filedOn;
  if (isPriorityProvisional === false) return priorityOn;
  if (isPriorityProvisional === true && filedOn <= addYears(priorityOn, 1)) return filedOn;
  return isPriorityProvisional === true
    ? ["firstNonprovisionalOn"]
    : ["isPriorityProvisional", "firstNonprovisionalOn"];
}

/** The same day so many years later; 29 February becomes the 28th where there is none. */
function addYears(day: string, count: number): string {
  const year = Number(day.slice(0, 4)) + count;
  const rest = day.slice(4);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${String(year).padStart(4, "0")}${rest === "-02-29" && !isLeap ? "-02-28" : rest}`;
}

/** A number as its office prints it, or null. @example readPatentNumber("7,078,128") // { office: "US", number: "US7078128", kind: null } */
export function readPatentNumber(
  given: string,
): { readonly office: PatentOffice; readonly number: string; readonly kind: string | null } | null {
  const plain = given
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s,./-]/g, "");
  const match = /^([A-Z]{2})?(\d{5,13})([A-Z]\d?)?$/.exec(plain);
  if (!match) return null;
  const [, office = "US", digits = "", kind = null] = match;
  const form = numberForms[office as PatentOffice];
  return form?.test(digits) ? { office: office as PatentOffice, number: `${office}${digits}`, kind } : null;
}

const numberForms: Readonly<Record<PatentOffice, RegExp>> = {
  US: /^(?:\d{7,8}|20\d{9})$/,
  CN: /^(?:1|2|3)?\d{8,11}$/,
  EP: /^\d{7}$/,
  CA: /^[123]\d{6}$/,
  JP: /^\d{7,10}$/,
  KR: /^\d{7,13}$/,
};
