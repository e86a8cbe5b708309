import { Decimal } from "decimal.js";
import { convertUnit, listUnitsNear, parseUnit } from "../chain/convert-unit.ts";

/** What must be known of a component to read a figure of it. */
export type FigureTarget = {
  readonly unit: string;
  readonly decimals: number;
  readonly nonNegative: boolean;
};

/** Why a figure cannot be read; each has a mend in i18n `return.rule.<rule>`. */
export const figureRules = [
  "empty",
  "notANumber",
  "separators",
  "unitUnknown",
  "unitMismatch",
  "unitTwice",
  "ratioAboveOne",
  "negative",
  "notWhole",
  "tooLarge",
] as const;
export type FigureRule = (typeof figureRules)[number];

/** The figure in the component's own unit as an exact decimal string, and the unit in which it was typed. [RT6] */
export type ReadFigure =
  | { readonly ok: true; readonly value: string; readonly unit: string }
  | { readonly ok: false; readonly rule: FigureRule; readonly params: Readonly<Record<string, string>> };

const ratio = "1";
const longest = 60;
// No firm of the chain reports a figure above this in any unit.
const most = new Decimal("1e15");
const multipliers: Readonly<Record<string, string>> = { 万: "10000", 亿: "100000000" };
// Metric tonnes or millions of tonnes, milliwatt or megawatt hours: what two people write for two things is asked for again.
const twoMeanings = /^(?:mt|MT|mtpa|MTPA|m[Ww][Hh].*|M[Gg]|[Mm][Ll]ce)$/;
const shape = /^([+-]?)([\d,'\s.]*\d)(?:([eE][+-]?\d{1,2})|\s?([万亿]))?\s?(\D.*)?$/u;

/**
 * Reads a figure as a person typed it: full-width digits, groups of three, 万 and 亿, a unit behind the number or chosen beside
 * it, a ratio for a percentage. It is read right or refused by rule: "1,234.5.6", "1.234,5", "12,34", a unit of another dimension,
 * a unit behind the number that differs from the chosen one. Nothing is rounded. [RT6]
 * @param unit the unit chosen beside the number, empty for the component's own
 * @example readFigure("３．２万吨", "", { unit: "t", decimals: 3, nonNegative: true }) // { ok: true, value: "32000", unit: "10kt" }
 */
export function readFigure(raw: string, unit: string, target: FigureTarget): ReadFigure {
  const text = plain(raw);
  if (text === "") return refuse("empty");
  const match = text.length > longest ? null : shape.exec(text);
  if (!match) return refuse("notANumber", { typed: text.slice(0, longest) });
  const [, sign = "", digits = "", exponent = "", scale, behind] = match;
  const number = readDigits(digits);
  if (!number) return refuse("separators", { typed: text });
  const named = nameUnit(scale, behind?.trim(), unit, target.unit);
  if ("rule" in named) return named;
  const value = new Decimal(`${sign}${number}${exponent}`).times(named.times);
  return convert(value, named.unit, target);
}

/** The units that a form offers beside a figure, the component's own first; a percentage may also be given as a ratio. [RT6] */
export function unitsFor(target: Pick<FigureTarget, "unit">): readonly string[] {
  if (!parseUnit(target.unit)) return [target.unit];
  if (target.unit === "%") return ["%", ratio];
  return listUnitsNear(target.unit).map(({ id }) => id);
}

function plain(raw: string): string {
  return raw
    .normalize("NFKC")
    .replaceAll(/[−–‐‑]/g, "-")
    .replaceAll(/[’`]/g, "'")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Digits with one kind of group mark and one point, or null. A group mark without full groups could be a decimal comma. */
function readDigits(text: string): string | null {
  const [whole = "", ...fractions] = text.split(".");
  if (fractions.length > 1 || !/^\d*$/.test(fractions[0] ?? "")) return null;
  const grouped = /^[1-9]\d{0,2}([,' ])\d{3}(?:\1\d{3})*$/.test(whole);
  if (!grouped && !/^\d*$/.test(whole)) return null;
  const joined = whole.replaceAll(/[,' ]/g, "");
  if (joined === "" && !fractions[0]) return null;
  return `${joined === "" ? "0" : joined}${fractions[0] ? `.${fractions[0]}` : ""}`;
}

type Named = { readonly unit: string; readonly times: string };
type Refused = Extract<ReadFigure, { ok: false }>;

/** The one unit that is meant: behind the number, with its 万 where that belongs to it, or chosen, or the component's own. */
function nameUnit(
  scale: string | undefined,
  behind: string | undefined,
  chosen: string,
  own: string,
): Named | Refused {
  const choice = chosen.trim() === "" ? null : idOf(chosen, own);
  if (choice === "") return refuse("unitUnknown", { unit: chosen.trim() });
  if (!behind) {
    // 3.2万 beside a unit of ten thousands counts ten thousands twice, or once: nobody can tell.
    if (scale && isScaled(choice ?? own)) return refuse("unitTwice", { typed: scale, unit: choice ?? own });
    return { unit: choice ?? own, times: scale ? (multipliers[scale] ?? "1") : "1" };
  }
  const whole = scale ? idOf(`${scale}${behind}`, own) : "";
  const found = whole || idOf(behind, own);
  if (!found) return refuse("unitUnknown", { unit: `${scale ?? ""}${behind}` });
  if (scale && !whole && isScaled(found)) return refuse("unitTwice", { typed: scale, unit: found });
  if (choice !== null && choice !== found && choice !== own)
    return refuse("unitTwice", { typed: `${scale ?? ""}${behind}`, unit: choice });
  return { unit: found, times: scale && !whole ? (multipliers[scale] ?? "1") : "1" };
}

/** The id of a unit as somebody spells it, empty where nobody can tell. */
function idOf(text: string, own: string): string {
  const spelled = text.trim();
  if (spelled === own) return own;
  if (twoMeanings.test(spelled)) return "";
  return parseUnit(spelled)?.id ?? "";
}

function isScaled(unit: string): boolean {
  return /^10{1,2}\d*[kM]/.test(unit);
}

function convert(value: Decimal, unit: string, target: FigureTarget): ReadFigure {
  if (target.nonNegative && value.isNegative() && !value.isZero()) return refuse("negative");
  if (unit === ratio && target.unit === "%") {
    if (value.abs().gt(1)) return refuse("ratioAboveOne", { typed: value.toFixed() });
    return finish(value.times(100), unit, target);
  }
  if (unit === target.unit) return finish(value, unit, target);
  const converted = convertUnit(value, unit, target.unit);
  if (!converted.ok) return refuse("unitMismatch", { from: unit, to: target.unit });
  // A quotient that does not end would be cut: only what stands exactly in the own unit is taken.
  const back = convertUnit(converted.value, target.unit, unit);
  if (!back.ok || !back.value.eq(value)) return refuse("unitMismatch", { from: unit, to: target.unit });
  return finish(converted.value, unit, target);
}

function finish(value: Decimal, unit: string, target: FigureTarget): ReadFigure {
  if (value.abs().gt(most)) return refuse("tooLarge", { max: most.toFixed() });
  if (target.decimals === 0 && !value.isInteger()) return refuse("notWhole");
  return { ok: true, value: value.isZero() ? "0" : value.toFixed(), unit };
}

function refuse(rule: FigureRule, params: Readonly<Record<string, string>> = {}): Refused {
  return { ok: false, rule, params };
}
