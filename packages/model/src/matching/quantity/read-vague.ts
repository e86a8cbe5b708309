import { Decimal } from "decimal.js";
import type { Quantity } from "./quantity.ts";
import { factorOf } from "./read-chinese-number.ts";
import { readComparator } from "./read-comparator.ts";
import { matchAt } from "./read-number.ts";
import { rateUnit } from "./read-rate.ts";
import { readUnit } from "./read-unit.ts";

const several =
  /(?:数|几|上|好几|成|若干)([十百千万亿]+)|([十百千万])几|(?<![零〇一二两三四五六七八九十百千万点])(?:三五|[一二两三四五六七八九](?=[二三四五六七八九][十百千万])|(?:一[两二]|[二两]三|三四|四五|五六|六七|七八|八九)(?![零〇一二两三四五六七八九十点]))/y;
const english =
  /(?:several|hundreds of|thousands of|dozens of|a few|a couple of|a dozen|tens of)(?: (?:hundred|thousand|tens of thousands|of))*(?= )/iy;
const nearly = /(?<=[近约])[百千万]+/y;
const bounded =
  /(?<![\d零一二两三四五六七八九十百千万亿几数上])[十百千万]+(?=[\p{Script=Han}A-Za-z]{1,3}(?:及?以[上下内]|起)|圈|次循环)/uy;
const half =
  /(?<![上下前后头])半(?!年[报度会])(?=个?[年月]|天|吨|公斤|小时)|half (?:an? )?(?=year|month|day|tonne|hour|per ?cent)/iy;
const grade = /([十百千万亿]+)(?=[^,，。\d]{0,8}?级)/y;

/**
 * What names no figure (数十吨, several hundred tonnes, 二三十吨) as a doubted quantity, its least value a guess; 半年 as half
 * a year and 万吨级 as about 10,000 t, which are figures. Null elsewhere. [MT40]
 */
export function readVague(text: string, at: number): Quantity | null {
  const halved = matchAt(half, text, at);
  if (halved) return halfOf(text, at, at + halved[0].length);
  const scale = matchAt(grade, text, at);
  const isClass = scale !== null && !/[\d零一二两三四五六七八九十百千万亿几数]/.test(text.charAt(at - 1));
  const near = matchAt(nearly, text, at) ?? matchAt(bounded, text, at);
  if (near) return classOf(text, at, at + near[0].length, near[0]);
  const match = isClass ? scale : (matchAt(several, text, at) ?? matchAt(english, text, at));
  if (!match) return null;
  const end =
    at + match[0].length + (!isClass && match[1] === undefined ? skipDigits(text, at + match[0].length) : 0);
  const unit = readUnit(text, end);
  const last = unit?.end ?? end;
  if (!unit?.unit && !(isClass && text.charAt(end) === "级")) return null;
  if (isClass && text.charAt(last) !== "级") return null;
  const core = { start: at, end: last };
  const rated = rateUnit(text, at, last, unit?.unit ?? null);
  const value = new Decimal(factorOf(match[1] ?? match[2] ?? "")).toFixed();
  const base = { ...core, core, value, unit: rated.unit, explicit: true };
  return isClass ? { ...base, end: last + 1, op: "about" } : { ...base, op: "about", doubt: "vague" };
}

/** 近百吨: about a hundred tonnes; 千吨以上: at least a thousand. */
function classOf(text: string, at: number, end: number, factor: string): Quantity | null {
  const unit = readUnit(text, end);
  if (!unit?.unit) return null;
  const core = { start: at, end: unit.end };
  const rated = rateUnit(text, at, unit.end, unit.unit);
  const words = readComparator(text, at, unit.end);
  const op = words.op ?? (unit.unit === "cycles" ? "=" : "about");
  return {
    start: at,
    end: words.end,
    core,
    op,
    value: factorOf(factor).toFixed(),
    unit: rated.unit,
    explicit: true,
  };
}

function skipDigits(text: string, at: number): number {
  return matchAt(/[一二两三四五六七八九十百千万亿几]+/y, text, at)?.[0].length ?? 0;
}

function halfOf(text: string, at: number, end: number): Quantity | null {
  const unit = readUnit(text, end) ?? readUnit(text, end + (text.charAt(end) === "个" ? 1 : 0));
  if (!unit?.unit) return null;
  const core = { start: at, end: unit.end };
  const { op, start, end: last } = readComparator(text, at, unit.end);
  return { start, end: last, core, op: op ?? "=", value: "0.5", unit: unit.unit, explicit: op !== null };
}
