import type { Quantity } from "@lilink/engine/quantity";
import type { Span } from "@lilink/engine/text";
import { wordsBefore } from "../analyze/words-beside.ts";
import type { NamedThing } from "./head-table.ts";
import { soundsLikeMachine } from "./read-intent.ts";
import { isBetween } from "./unit-for.ts";

/** A quantity's own words in its text. */
type Words = { readonly text: string; readonly left: Span; readonly right: Span };

// 95 % of the nickel, 锂浸出率97%, 镍72个系数: what is done to an element is no content of the goods.
const deedOfElement =
  /recover|\byield|leach|\breturn|\bbring|extract|\bpaya?|[回返]收?率|收率|浸出|返还|损失|系数|计价|按[^,，]{0,4}折/i;
const ofElement = /^ ?of (?:the |all )?[A-Za-z]/i;
const nearDeed = 24;
// Retired packs are packs as well.
const madeInto = /^mat\.(?:cell|pack)/;

/** Whether a share of an element is a part of the goods beside it: in ppm only where nothing else is named. [MT102] */
export function isContent(
  { unit }: Quantity,
  of: RegExp,
  { text, left: { start, end }, right }: Words,
  things: readonly NamedThing[],
): boolean {
  const left =
    text
      .slice(start, end)
      .split(/[,，;；]/)
      .at(-1) ?? "";
  if (deedOfElement.test(left) || ofElement.test(text.slice(right.start, right.end))) return false;
  const around = text.slice(Math.max(0, start - nearDeed), right.end + nearDeed);
  if (unit === null && deedOfElement.test(around)) return false;
  const goods = things.filter(({ isProduct, isAside }) => isProduct && !isAside);
  const nearest = goods.filter(({ isBeside }) => isBeside);
  const last =
    nearest.length > 0 ? nearest : goods.filter(({ isLast, stage }) => isLast && !madeInto.test(stage));
  const owners = last.length > 0 ? last : goods;
  const isOf = ({ id }: NamedThing) => of.test(id);
  return owners.length > 0 && (/^pp[mb]$/.test(unit ?? "") ? goods.every(isOf) : owners.some(isOf));
}

const formula =
  "(?:(?:Li|Na|K|Mg|Ca|Al|Fe|Mn|Co|Ni|Cu|Zn|Sn|Si|Ti|H|C|N|O|F|P|S|Cl)(?:\\d{1,2}(?!\\d))?){1,5}";
const wholeBefore = new RegExp(
  `(?:(?<![A-Za-z])${formula}(?: ?(?:含量|content))?|含[铜铝镍钴碳]|[铜铝]含量|固定碳)(?:[(（][^)）]{1,6}[)）])? ?(?:[≥>:：=]|不低于|至少|min\\.? )? ?$`,
  "u",
);
const wholeBehind = new RegExp(`^ ?${formula}(?: (?:min|guaranteed)\\.?)?(?=[,，。;；.)）]|$)`, "u");
// A share of a metal that comes back is no purity, nor is that of a gas.
const ofYield =
  /回收(?![铜铝石三黑料产品碳磷箔正负])|收率|浸出|提取|[ON]2 ?$|\b(?:recover|yield|leach|return|extract)\w*/i;
const nearYield = 60;
const nearFormula = 16;
const mostOf = [90, 99.9999] as const;

/** Cu 97 %, HF≥99.98%, 98.5 % Cu: nine tenths of the goods and more are what they are, not what is in them; of a machine's product nothing is said. [MT116] */
export function isWhole({ unit, op, value, high, core, start }: Quantity, text: string): boolean {
  if ((unit !== "%" && unit !== "mass %") || op === "<=" || soundsLikeMachine(text)) return false;
  if (![value, high ?? value].every((each) => isBetween(Number(each), ...mostOf))) return false;
  const before = text.slice(Math.max(0, start - nearYield), start);
  if (ofYield.test(before)) return false;
  const behind = text.slice(core.end, core.end + nearFormula);
  return wholeBefore.test(before.slice(-nearFormula)) || wholeBehind.test(behind);
}

const nearReckoned = 48;

/**
 * Payables 72 % Ni and 70 % Co, splitting limits Ni 0.3 %: which share of a metal is paid for, and by how much two assays may differ before an
 * umpire is asked, is no content of the goods.
 */
export const isReckoned = (text: string, span: Span, unit: string | null): boolean =>
  unit === "%" &&
  /\bpayables?\b|(?:计价|折扣|金属)系数|\bsplitting limits?\b|分样(?:限|差)|仲裁(?:限|差)/i.test(
    wordsBefore(text, span, /[。;；\n)）]|\. /, nearReckoned),
  );
