import type { TextSpan } from "./clause.ts";
import { toPlainText } from "./find-contacts.ts";
import { currencyBefore, currencyBehind, isForeignSum } from "./told-money.ts";
import { listTabled } from "./told-table.ts";
import { type BudgetClass, budgetClasses } from "./vocabulary.ts";

const size = "(?:[千百十]?[万亿]|百万|k(?![a-z])|m(?![a-z0-9])|mln|thousand|million|billion)";
const digits = "\\d(?:[\\d,]{0,19}\\d)?(?:\\.\\d{1,9})?";
/** A sum of money: a number with a currency before or behind it, or with a word of ten thousands and more. */
const money = `(?:${currencyBefore}\\s?${digits}(?:\\s?[-~—–至到]\\s?${digits})?(?:\\s?${size})?|${digits}(?:\\s?[-~—–至到]\\s?${digits})?\\s?[多余]?(?:${size}\\s?[多余]?)?\\s?${currencyBehind}|${digits}(?:\\s?[-~—–至到]\\s?${digits})?\\s?[多余]?${size})`;
const words = "预算|最高(?:投标)?限价|(?:招标)?控制价|拦标价|总?投资(?:总?额)?|经费|budget(?:ed|s)?";
const told = new RegExp(
  `(?:${words})[^,。;\\d\\n¥$€£]{0,40}?(${money})|(${money})(?:[^,。;\\d\\n]{0,12})(?:预算|经费|budget)`,
  "gi",
);
/** What stands by the tonne is a price, and what is an amount of goods is no money. */
const priceBehind =
  /^\s?(?:(?:元\s?)?[/每]\s?(?:公?吨|t|kg|公斤|千克|kwh|wh)|(?:per|a) (?:tonne|ton|kg|kwh)|公?吨|t(?![a-z])|公斤|kwh|gwh)/i;

/** 预算（万元）: the column or the row of a table that holds what each part may cost. */
const budgetHead =
  /(?:预算|限价|控制价|\bbudget)[^\d(（\n]{0,8}(?:[(（[,/]|in ) ?(?:[千百十]?万?元|(?:CNY|RMB|EUR|USD)(?: (?:k|m|million|thousand))?)[)）\]]?$/i;

/** BRL 8 million: the code of a currency of which no list is kept. */
const otherCode = /\b[A-Z]{3} ?$/;

/**
 * The sums that a text tells behind words of a budget. [PO11]
 * @example listToldBudgets("total budget is around CNY 6 million") // ["CNY 6 million"]
 */
export function listToldBudgets(text: string): string[] {
  const plain = toPlainText(text);
  const found = new Set<string>();
  for (const match of plain.matchAll(told)) {
    const bare = match[1] ?? match[2] ?? "";
    const from = match.index + match[0].indexOf(bare);
    const at = from + bare.length;
    const sum = `${otherCode.exec(plain.slice(0, from).slice(-6))?.[0] ?? ""}${bare}`;
    if (!priceBehind.test(plain.slice(at, at + 16))) found.add(sum);
  }
  for (const told of listTabled(plain, budgetHead)) found.add(told);
  return [...found];
}

const pieceBefore =
  /(?:每|单|一)[台套条个只件][^,，。;；\d]{0,4}$|\b(?:each|per (?:unit|set|piece|machine))[^,.;\d]{0,6}$/i;
const pieceBehind =
  /^\s?(?:左右|上下|以内)?\s?(?:\/\s?|每|一)[台套条个只件]|^\s?(?:each|apiece|(?:\/|per|a) ?(?:unit|set|piece|machine))\b/i;

/**
 * Of the sums those that are of the whole: 预算一台80万 is what one of them may cost. [PO31]
 * @example listWholeBudgets("预算每台80万") // []
 */
export function listWholeBudgets(text: string): string[] {
  const plain = toPlainText(text);
  return listToldBudgets(text).filter((sum) => {
    // A cell or a line of a table is of one part.
    if (/^[\d.,]+$|[\t|]/.test(sum)) return false;
    const at = plain.indexOf(sum);
    const before = plain.slice(Math.max(0, at - 12), at);
    return !pieceBefore.test(before) && !pieceBehind.test(plain.slice(at + sum.length));
  });
}

const sizes: Readonly<Record<string, number>> = {
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mln: 1e6,
  million: 1e6,
  billion: 1e9,
};

const tops = [1e5, 1e6, 1e7];

/**
 * The class of a sum of yuan as a text tells it, of a range where both ends are of one; null of other money. [PO31]
 * @example toBudgetClass("CNY 6 million") // "1m_10m"
 */
export function toBudgetClass(sum: string): BudgetClass | null {
  const plain = toPlainText(sum);
  if (isForeignSum(plain)) return null;
  const unit = new RegExp(`${size}`, "i").exec(plain)?.[0].toLowerCase() ?? "";
  const times = unit === "" ? 1 : sizes[unit];
  const numbers = plain.match(new RegExp(digits, "g")) ?? [];
  const classes = numbers.map((one) => {
    const amount = Number(one.replaceAll(",", "")) * (times ?? Number.NaN);
    const at = tops.findIndex((top) => amount <= top);
    return Number.isFinite(amount) ? budgetClasses[at < 0 ? tops.length : at] : undefined;
  });
  const [first] = classes;
  return first !== undefined && classes.every((one) => one === first) ? first : null;
}

/** The budget class that a text tells, with the sum that says it. */
export type ToldBudget = { readonly value: BudgetClass; readonly source: string; readonly span: TextSpan };

/**
 * The first sum behind words of a budget that is of one class; of "from CNY 3 million" the class of what it begins with. [PO31]
 * @example tellBudget("预算300万元起")?.value // "1m_10m"
 */
export function tellBudget(text: string): ToldBudget | null {
  for (const source of listWholeBudgets(text)) {
    const value = toBudgetClass(source);
    const start = text.indexOf(source);
    if (value && start >= 0) return { value, source, span: { start, end: start + source.length } };
  }
  return null;
}
