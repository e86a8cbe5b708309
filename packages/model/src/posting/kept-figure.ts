import {
  defaultLevels,
  type LevelChoice,
  type LevelledField,
  type PostingContent,
  type PostingVolume,
} from "./field.ts";
import { type DoubtedText, toPlainText } from "./find-contacts.ts";
import type { DisclosureLevel } from "./level.ts";
import { findWord, formsOfName } from "./own-name.ts";
import { isWalled, levelOf, levelOfFigure } from "./part.ts";
import type { ScheduleRow } from "./schedule.ts";

/** What is kept for fewer readers than a text may have: an amount with its unit, or the name of a customer. */
export type KeptWord = { readonly of: string; readonly level: DisclosureLevel; readonly walled: boolean } & (
  | { readonly amount: number; readonly unit: string }
  | { readonly name: string }
);

/** The volume, what stands behind the wall, and figures whose author narrowed them; a figure left as figures start is none. */
export function listKept(content: Partial<PostingContent>, levels: LevelChoice): KeptWord[] {
  const { volume, figures, price, customers } = content;
  const audienceOf = (field: LevelledField) => ({ level: levelOf(field, levels), walled: isWalled(field) });
  const start = levelOf("figures", levels) === defaultLevels.figures;
  const narrowed = (figures ?? []).filter(
    ({ attribute }) => isWalled(attribute) || levels[`figures.${attribute}`] !== undefined || !start,
  );
  return [
    ...(volume ? toKept("volume", audienceOf("volume"), amountsOf(volume), volume.unit) : []),
    ...narrowed.flatMap(({ attribute, value, high, unit }) =>
      toKept(
        `figures.${attribute}`,
        { level: levelOfFigure(attribute, levels), walled: isWalled(attribute) },
        [value, high],
        unit,
      ),
    ),
    ...listAmounts(toPlainText(price ?? ""))
      .filter(({ isMoney }) => isMoney)
      .map(({ amount }) => ({ of: "price", ...audienceOf("price"), amount, unit: "CNY" })),
    ...listNames(customers ?? "").map((name) => ({
      of: "customers",
      ...audienceOf("customers"),
      name,
    })),
  ];
}

/** The amount and those of single months; a draft keeps anything that was sent, so its schedule may be no list. */
function amountsOf({ amount, schedule }: PostingVolume): string[] {
  const rows = Array.isArray(schedule) ? (schedule as readonly Partial<ScheduleRow>[]) : [];
  return [amount, ...rows.flatMap((row) => row?.amount ?? [])];
}

/** A form that is being filled in holds figures without a number or a unit, whatever their type says. */
function toKept(
  of: string,
  audience: Pick<KeptWord, "level" | "walled">,
  values: readonly (string | undefined)[],
  given: string | undefined,
): KeptWord[] {
  if (typeof given !== "string" || given === "") return [];
  const [, tens, unit = ""] = /^(10k )?(.*)$/s.exec(given) ?? [];
  return values.flatMap((value) => {
    const amount = Math.abs(Number(value || Number.NaN)) * (tens ? 1e4 : 1);
    return Number.isFinite(amount) ? [{ of, ...audience, amount, unit }] : [];
  });
}

/** Words that say who is meant without naming him. */
const unnamed =
  /[家某多]|头部|龙头|客户|企业|厂|公司$|项目|行业|海外|国内|车企|定点|客户群|customers?|maker|leading|several|two|three/i;

/** The names in a list of customers, also short. @example listNames("宁德时代、比亚迪") // ["宁德时代", "比亚迪"] */
function listNames(customers: string): string[] {
  return toPlainText(customers)
    .split(/[,、;，；/\n]|[和与及]|\band\b/)
    .map((name) => name.trim())
    .filter(
      (name) => /^\p{Script=Han}{2,30}$|^[A-Z][A-Za-z][\w .&-]{2,40}$/u.test(name) && !unnamed.test(name),
    )
    .slice(0, 40)
    .flatMap((name) => [name, ...formsOfName(name)]);
}

const multiples: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 亿: 1e8, k: 1e3 };
const words: Readonly<Record<string, string>> = {
  t: "吨|tonnes?|tons?|tp[am]|mt",
  kg: "公斤|千克|kilo(?:gram)?s?",
  days: "天|日|days?",
  min: "分|minutes?",
  CNY: "元|块|rmb|人民币|yuan|/\\s?(?:吨|t\\b|公斤|kg)",
  USD: "美元|美金",
};
const money = /^(?:元|块|人民币|cny|rmb|yuan|usd|美元|美金|\/\s?(?:吨|t\b|公斤|kg))/i;
const priced =
  /(?:[¥$]|(?:单|目标|报|售|出厂|成交)?价格?(?:为|是|约|:)?|cny|rmb|usd|price(?: is| of|:)?)\s?$/i;

type Amount = {
  readonly amount: number;
  readonly quote: string;
  readonly rest: string;
  readonly isMoney: boolean;
};

const number = "\\d[\\d,]{0,30}(?:\\.\\d{1,30})?";
const multiple = "\\s?(百万|[千万亿]|k(?![a-z]))?\\s?";
const amounts = new RegExp(`(?<![\\d.])(${number})(?:${multiple}[-~至到]\\s?(${number}))?${multiple}`, "gi");

/** The numbers of a plain text in whichever notation, both ends of a range, with what follows them. */
function listAmounts(plain: string): Amount[] {
  return [...plain.matchAll(amounts)].flatMap((match) => {
    const [quote, low, lowTimes, high, times] = match;
    const rest = plain.slice(match.index + quote.length, match.index + quote.length + 24);
    const before = plain.slice(Math.max(0, match.index - 12), match.index);
    const isMoney = money.test(rest) || priced.test(before);
    const last = multiples[times?.toLowerCase() ?? ""] ?? 1;
    const first = multiples[lowTimes?.toLowerCase() ?? ""] ?? last;
    const toAmount = (digits: string, by: number) => ({
      amount: Number(digits.replaceAll(",", "")) * by,
      quote,
      rest,
      isMoney,
    });
    return [
      toAmount(low ?? "", high ? first : lowTimes ? first : last),
      ...(high ? [toAmount(high, last)] : []),
    ];
  });
}

/** Where a text tells what is kept: each of them once. "1.2 万吨" is 12000 t. */
export function findKept(text: string, kept: readonly KeptWord[]): DoubtedText[] {
  const plain = toPlainText(text);
  const told = listAmounts(plain);
  const found = new Map<string, DoubtedText>();
  for (const one of kept) {
    const quote = "name" in one ? quoteName(plain, one.name) : quoteAmount(told, one);
    if (quote !== undefined && !found.has(one.of)) found.set(one.of, { doubt: "figure", quote, of: one.of });
  }
  return [...found.values()];
}

function quoteName(plain: string, name: string): string | undefined {
  const at = findWord(plain.toLowerCase(), name.toLowerCase());
  return at < 0 ? undefined : plain.slice(at, at + name.length);
}

function quoteAmount(told: readonly Amount[], kept: { of: string; amount: number; unit: string }) {
  const first =
    kept.unit
      .normalize("NFKC")
      .replace(/^(?:mass|mol|vol)\s/, "")
      .split(/[/\s·]/)[0] ?? "";
  if (first === "") return undefined;
  const escaped = first.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  // A unit in Latin letters ends where its word does: "40 t" is not told by "40 test cells".
  const whole = "(?:(?<![a-z])|(?![a-z]))";
  const follows = new RegExp(`^(?:${escaped}${words[first] ? `|${words[first]}` : ""})${whole}`, "i");
  const isPrice = first === "CNY" || first === "USD";
  for (const { amount, quote, rest, isMoney } of told) {
    if (Math.abs(amount - kept.amount) > 1e-9 * amount) continue;
    const unit = follows.exec(rest);
    if (unit || (isPrice && isMoney)) return quote + (unit?.[0] ?? "");
  }
  return undefined;
}
