import type { Decimal } from "decimal.js";
import { dimensionOf } from "./kind-of-quantity.ts";

const inCycles = /(?:循环|寿命|cycl\w*)[^,，。;；\d]{0,10}$/i;

/** 循环1000周 are cycles; so are more weeks than anybody counts, where a life is spoken of. */
export function hearWeeks(text: string, at: number, value: Decimal): "cycles" | "weeks" | "either" {
  if (inCycles.test(text.slice(Math.max(0, at - 18), at))) return "cycles";
  if (value.lt(200)) return "weeks";
  return /循环|寿命|保持率|衰减/.test(text.slice(Math.max(0, at - 40), at + 24)) ? "cycles" : "either";
}

/** Half of 3,000 t and 3000吨的一半 are neither 3000 nor written. */
export function hearPart(text: string, start: number, end: number): "fraction" | undefined {
  const isPart =
    /(?<!\b(?:first|second|1st|2nd|other) )\b(?:half|thirds?|quarters?|fifths?|tenths?|double|twice|triple) (?:of )?(?:the |our |this |its )?$/i.test(
      text.slice(Math.max(0, start - 24), start),
    ) ||
    /^(?:的|之)(?:一半|半数|[一二三四五六七八九十]分之|[一二两三四五六七八九十\d]+倍)/.test(
      text.slice(end, end + 6),
    );
  return isPart ? "fraction" : undefined;
}

/** 12.500 tonnes may be twelve and a half, or twelve thousand five hundred as some write it. */
export function separatorDoubt(written: string, unit: string | null): "separator" | undefined {
  const isAmount = /^(?:mass|energy|money|pieces|area|volume|price)/.test(dimensionOf({ unit }));
  return isAmount && /^[1-9]\d{0,2}\.\d\d0$/.test(written) ? "separator" : undefined;
}

/** 85°C×72h is a warmth for a time, no product. */
export function isCondition(text: string, at: number, unit: string | null): boolean {
  return /°C\s?[×xX*]\s?$/.test(text.slice(Math.max(0, at - 6), at)) && /^(?:h|min|days|s)$/.test(unit ?? "");
}
