import type { Mention } from "./mention.ts";

/**
 * What a named concept is to a text. `subject`: what is wanted or offered. `describes`: a part of the name that follows, as NCM811 in
 * NCM811 precursor. `purpose`: what the subject is for. `source`: what it is made from. `refused`: what is not taken or not made.
 */
export const conceptRoles = ["subject", "describes", "purpose", "source", "refused"] as const;
export type ConceptRole = (typeof conceptRoles)[number];

const before = 24;
const after = 8;
const purposeBefore =
  /(?:用于|适用于|适配|配套|匹配|面向|针对|供给?|给|做成?)[^,，。;；、\n]{0,6}$|\b(?:for|into|in|on|against|compatible with|suitable for|used in|used by|feeding)\s+(?:(?!from\b)[\w.%-]+\s+){0,3}$/i;
const purposeAfter = /^[^,，。;；、\n]{0,2}(?:专用|用(?!户|电|水|量|于)|线用|体系(?:用|的))/;
const sourceBefore =
  /(?:来自|源自|取自|由|从|用|以|吃|处理)[^,，。;；、\n]{0,6}$|\b(?:from|ex|out of|based on|made of|using|via|treating|feed(?:stock)?:?)\s+(?:[\w.%-]+\s+){0,3}$/i;
const sourceAfter =
  /^[^,，。;；、\n]{0,3}(?:为原料|作原料|做原料|原料|来料|路线|法)|^(?:[- ]based|[- ]derived|[- ]route)\b/i;
const joins = /[和与及或、/+,，&]|\b(?:and|or)\b/;

/** @param next the mention that follows, whose name this one may be a part of */
export function roleOfMention(text: string, mention: Mention, next: Mention | undefined): ConceptRole {
  const left = text.slice(Math.max(0, mention.start - before), mention.start);
  const right = text.slice(mention.end, mention.end + after);
  if (mention.negated) return "refused";
  if (next !== undefined && isPartOfName(text, mention, next)) return "describes";
  if (sourceAfter.test(right)) return "source";
  if (purposeAfter.test(right) || purposeBefore.test(left)) return "purpose";
  return sourceBefore.test(left) ? "source" : "subject";
}

/** 盐湖卤水提锂吸附剂 is a sorbent, an NCM811 precursor a precursor: of names that follow one another the last is the head. */
function isPartOfName(text: string, mention: Mention, next: Mention): boolean {
  const between = text.slice(mention.end, next.start);
  if (joins.test(between)) return false;
  const isHan = /\p{Script=Han}$/u.test(text.slice(mention.start, next.end));
  return isHan ? /^\p{Script=Han}{0,3}$/u.test(between) : /^[ -]?$/.test(between);
}
