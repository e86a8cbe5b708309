import type {
  Bilingual,
  DatedTarget,
  PrintedTarget,
  ProposedTarget,
  TargetOperator,
} from "@lilink/model/goals";
import type { Locale } from "../locale.ts";
import { formatNumber, formatQuantity, toReading } from "./quantity.ts";

const signs: Readonly<Record<TargetOperator, string>> = {
  ">": "> ",
  ">=": "≥ ",
  "<": "< ",
  "<=": "≤ ",
  "=": "",
  between: "",
};

/** Before a target that is words: below the previous year. */
const saidSigns: Readonly<Record<Locale, Readonly<Record<TargetOperator, string>>>> = {
  en: { ">": "above ", ">=": "at least ", "<": "below ", "<=": "at most ", "=": "", between: "" },
  "zh-CN": { ">": "高于", ">=": "不低于", "<": "低于", "<=": "不高于", "=": "", between: "" },
};

/** The data call the paper the seed; a reader knows it as the paper. */
const inLocale = (text: Bilingual, locale: Locale) =>
  locale === "en" ? text.en.replaceAll(/\bseed\b/g, "paper") : text.zh;

const isWords = (value: ProposedTarget["value"]): value is Bilingual =>
  typeof value === "object" && "zh" in value;

function valueText(value: number | readonly [number, number], locale: Locale): string {
  if (typeof value === "number") return formatNumber(value, locale);
  return `${formatNumber(value[0], locale)}–${formatNumber(value[1], locale)}`;
}

/**
 * A target in one line with its unit, alike on screen and on paper. Beside words the unit stands in brackets.
 * @example formatTarget(target, "en") // "> 40%" or "below the previous year (kgce/t LCE)"
 */
export function formatTarget(target: PrintedTarget | ProposedTarget, locale: Locale): string {
  const unit = inLocale(target.unit, locale);
  if (isWords(target.value)) {
    const said = `${saidSigns[locale][target.operator]}${inLocale(target.value, locale)}`;
    if (locale === "en") return `${said} (${unit})`;
    return unit.startsWith("（") ? said + unit : `${said}（${unit}）`;
  }
  const space = /^[%°‰（\p{Script=Han}]/u.test(unit) ? "" : " ";
  return `${signs[target.operator]}${valueText(target.value, locale)}${space}${unit}`;
}

/**
 * The target that a measure is held against, in the measure's unit, read to as many digits as the figures beside it.
 * @example formatDatedTarget({ year: 2035, operator: ">", value: "90" }, "%", "en") // "> 90%"
 */
export function formatDatedTarget(
  { operator, value }: DatedTarget,
  unit: string | null,
  locale: Locale,
): string {
  if (typeof value !== "string")
    return `${formatNumber(toReading(value[0]), locale)}–${formatQuantity(toReading(value[1]), unit, locale)}`;
  if (operator === "=" && unit === "TRL levels" && Number(value) === 0)
    return locale === "en" ? "no gap" : "无差距";
  return `${signs[operator]}${formatQuantity(toReading(value), unit, locale)}`;
}
