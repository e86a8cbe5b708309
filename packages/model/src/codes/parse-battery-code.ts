import { type CodeCheck, normalizeCode } from "./code-check.ts";

export const batteryProducts = ["P", "M", "C"] as const;
export type BatteryProduct = (typeof batteryProducts)[number];

/** Battery type letters of GB/T 34014-2017; `recalled` ones are from memory and unchecked. */
export const batteryTypes = [
  { code: "A", zh: "镍氢", en: "nickel-metal hydride", confidence: "recalled" },
  { code: "B", zh: "磷酸铁锂", en: "lithium iron phosphate", confidence: "verified" },
  { code: "C", zh: "锰酸锂", en: "lithium manganate", confidence: "recalled" },
  { code: "D", zh: "钴酸锂", en: "lithium cobaltate", confidence: "recalled" },
  { code: "E", zh: "三元", en: "ternary", confidence: "verified" },
  { code: "F", zh: "超级电容", en: "supercapacitor", confidence: "recalled" },
  { code: "G", zh: "钛酸锂", en: "lithium titanate", confidence: "recalled" },
  { code: "Z", zh: "其他", en: "other", confidence: "recalled" },
] as const;

// Years from 2011, days from 1: the letters I, O, Q and Z are left out, so that the last is day 31.
const dateLetters = "123456789ABCDEFGHJKLMNPRSTUVWXY";
const whole =
  /^([A-Z0-9]{3})([PMC])([A-GZ])([A-Z0-9]{2})([A-Z0-9]{7})?([1-9A-HJ-NPR-Y])([1-9A-C])([1-9A-HJ-NPR-Y])(\d{7})(?:R([PMC]))?$/;

/** `serialZero`: numbering starts at 1. `dateInFuture`: later than the day that the caller named. */
export const batteryCodeFlags = ["serialZero", "dateInFuture"] as const;
export type BatteryCodeFlag = (typeof batteryCodeFlags)[number];

/** `trace` is null and `secondUse` tells the new product for a second-use code. `date` is YYYY-MM-DD. */
export type BatteryCodeParts = {
  readonly vendor: string;
  readonly product: BatteryProduct;
  readonly batteryType: string;
  readonly specification: string;
  readonly trace: string | null;
  readonly date: string;
  readonly serial: string;
  readonly secondUse: BatteryProduct | null;
};

function isBatteryProduct(text: string | undefined): text is BatteryProduct {
  return batteryProducts.some((product) => product === text);
}

const dates = new Map<string, string | null>();

/** There are twelve thousand days at most, so that each is counted once. */
function dateOf(letters: string): string | null {
  let date = dates.get(letters);
  if (date === undefined) {
    date = countDate(letters[0] ?? "", letters[1] ?? "", letters[2] ?? "");
    dates.set(letters, date);
  }
  return date;
}

function countDate(year: string, month: string, day: string): string | null {
  const [monthIndex, dayOfMonth] = [dateLetters.indexOf(month), dateLetters.indexOf(day) + 1];
  const instant = new Date(Date.UTC(2011 + dateLetters.indexOf(year), monthIndex, dayOfMonth));
  if (instant.getUTCMonth() !== monthIndex || instant.getUTCDate() !== dayOfMonth) return null;
  return instant.toISOString().slice(0, 10);
}

/**
 * Reads a power-battery code (GB/T 34014-2017): 24 characters, or 19 for second use. It has no check character, so a
 * typing error may pass: compare it with filings and with its pack, modules and cells. [CO5]
 * @param today YYYY-MM-DD; when given, a later date of making is flagged
 * @returns fault `badFormat` {typed, length} or `notADate` {typed} for a day that does not exist
 * @example parseBatteryCode("001cb240000003b3c0221953").ok // true
 */
export function parseBatteryCode(
  typed: string,
  today?: string,
): CodeCheck<BatteryCodeParts, BatteryCodeFlag> {
  const code = normalizeCode(typed);
  const match = whole.exec(code);
  const [, vendor = "", product, batteryType = "", specification = "", trace = null] = match ?? [];
  const [year = "", month = "", day = "", serial = "", secondUse] = match?.slice(6) ?? [];
  const isSecondUse = isBatteryProduct(secondUse);
  // The trace field and the suffix exclude one another: 24 characters have the first, 19 the second.
  if (!match || !isBatteryProduct(product) || (trace === null) !== isSecondUse)
    return { ok: false, rule: "badFormat", params: { typed, length: code.length } };
  const date = dateOf(year + month + day);
  if (!date) return { ok: false, rule: "notADate", params: { typed } };
  const flags: BatteryCodeFlag[] = [];
  if (/^0+$/.test(serial)) flags.push("serialZero");
  if (today !== undefined && date > today) flags.push("dateInFuture");
  return {
    ok: true,
    code,
    flags,
    parts: {
      vendor,
      product,
      batteryType,
      specification,
      trace,
      date,
      serial,
      secondUse: isSecondUse ? secondUse : null,
    },
  };
}
