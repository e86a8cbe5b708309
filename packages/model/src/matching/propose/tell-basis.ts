import { findAttribute, parseUnit } from "../../chain/index.ts";
import type { PostingFigure } from "../../posting/index.ts";
import { wordsBefore } from "../analyze/words-beside.ts";
import type { Proposed } from "./propose-fields.ts";

const reach = 30;
const clauseEnd = /[,，、;；。\n]|\. /;
// 以LiOH计, (Li2CO3计), as LiOH, on a dry basis: what a share is counted as.
const formula = "(?:(?:Li|Na|K|Ca|Mg|Al|Si|Fe|Mn|Co|Ni|Cu|Zn|Ti|P|S|C|O|H|F|Cl|N)\\d{0,2}){1,6}(?:·\\d?H2O)?";
const before = new RegExp(
  `[(（]?(?:[以按]\\s?(?:${formula}|[干湿金]\\p{Script=Han}{0,3}|\\p{Script=Han}{0,2}[锂镍钴锰铁铝铜氟])\\s?计|${formula}\\s?计)[)）]?|\\b(?:calculated |expressed |reported )?as ${formula}(?![\\w-])|\\bon an? (?:dry|wet|anhydrous) basis\\b`,
  "u",
);
const behind = new RegExp(`^ ?(?:${before.source})`, "u");

/**
 * A content with the basis that its own words count it on as its condition: 主含量（以LiOH计）≥56.5% is another one than 56.5 % of the
 * monohydrate. What the attribute says by its name needs no words. [MT123]
 * @example withBasis(figure, "主含量(以LiOH计)≥56.5%").value.condition // "以LiOH计"
 */
export function withBasis(one: Proposed<PostingFigure>, text: string): Proposed<PostingFigure> {
  const { attribute, unit, condition } = one.value;
  const dimension = parseUnit(unit)?.dimension ?? "";
  if (!/fraction|ratio|share|concentration/.test(dimension)) return one;
  const { start, end } = one.span;
  const told =
    behind.exec(text.slice(end, end + reach))?.[0] ??
    before.exec(wordsBefore(text, { start }, clauseEnd, reach))?.[0];
  const words = told?.replace(/^[\s(（]+|[)）\s]+$/gu, "") ?? "";
  const of = findAttribute(attribute);
  const basis = new RegExp(formula).exec(words)?.[0];
  if (words === "" || condition?.includes(words) || (basis && `${of?.zh} ${of?.en}`.includes(basis)))
    return one;
  const all = condition ? `${condition}, ${words}` : words;
  return { ...one, value: { ...one.value, condition: all } };
}
