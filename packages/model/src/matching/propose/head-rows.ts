import type { Quantity } from "@lilink/engine/quantity";
import { findAttribute } from "../../chain/index.ts";
import { type Head, headsBetween } from "./find-heads.ts";
import type { NamedThing } from "./head-table.ts";
import { isOneList } from "./read-lists.ts";
import { unitFor } from "./unit-for.ts";

const reach = 70;
const joint = /^(?:含量)?\s?(?:[,，、/]|和|与|及|以及|\band\b)\s?(?:the )?$/;
const inOrder = /分别|依次/;
const inOrderBefore = /(?:分别|依次)[^,，。;；\d]{0,6}$/;
const inOrderBehind = /^[^,，。;；\n\d]{0,8}(?:, ?)?\brespectively\b/i;
// What may stand between the last noun and the first number: 分别为, are, of at least.
const linkOnly =
  /^(?:\s|[:：为是在约达≥≤<>=]|分别|依次|应|须|需|要求|控制|不?[低高小大少多]于|不得?超过?|至少|最多|\b(?:are|is|of|at|least|most|reach(?:es)?|must|should|shall|be|not|below|above|under|over|than|less|more|no|exceed(?:ing)?|max|min|up|to)\b)*$/i;

/**
 * Of nouns in a row as many numbers behind it are theirs in order, where the text says so: 离子电导率和活化能分别为0.8mS/cm和0.31eV.
 * A limit at the start is that of all, and a
 * number that cannot be of its noun is of nothing. [MT80]
 */
export function headsInOrder(
  text: string,
  heads: readonly Head[],
  quantities: readonly Quantity[],
  things: readonly NamedThing[],
): { readonly quantities: readonly Quantity[]; readonly named: ReadonlyMap<Quantity, readonly string[]> } {
  const named = new Map<Quantity, readonly string[]>();
  const settled = [...quantities];
  for (const [index, quantity] of quantities.entries()) {
    const nouns = rowBefore(text, heads, quantity);
    // Coated separator, thickness and porosity of 12 µm and 42 %: the last nouns are the row.
    const run = nouns.length > 1 ? listOf(text, quantities, index).length : 0;
    const row = run > 1 && run < nouns.length ? nouns.slice(-run) : nouns;
    const isOfOne =
      row.length < 2 &&
      inOrderBefore.test(text.slice(Math.max(0, quantity.core.start - 16), quantity.core.start));
    const others = isOfOne ? listOf(text, quantities, index) : [];
    // 镍、钴回收率分别为98%、97%; 99.2 %和99.5 % of two products: of one noun each is of something else.
    if (others.length > 1) for (const each of others) named.set(each, []);
    const listed = quantities.slice(index, index + row.length);
    const last = listed.at(-1);
    if (row.length < 2 || listed.length < row.length || !last || !isOneList(text, listed)) continue;
    const between = text.slice(row.at(-1)?.[0]?.end ?? 0, quantity.core.start);
    if (!inOrder.test(between) && !inOrderBehind.test(text.slice(last.end, last.end + 30))) continue;
    for (const [at, each] of listed.entries()) {
      const own = isLimit(quantity) && !each.explicit ? { ...each, op: quantity.op, explicit: true } : each;
      settled[index + at] = own;
      named.set(own, attributesFor(row[at] ?? [], own, things));
    }
  }
  return { quantities: settled, named };
}

/** The numbers of one list from a place on. */
function listOf(text: string, quantities: readonly Quantity[], index: number): readonly Quantity[] {
  let last = index + 1;
  while (last < quantities.length && isOneList(text, quantities.slice(last - 1, last + 1))) last += 1;
  return quantities.slice(index, last);
}

function isLimit({ op, explicit, doubt }: Quantity): boolean {
  return explicit && doubt === undefined && (op === "<=" || op === ">=");
}

/** The nouns right before a number that stand in one row, each with all that its word may name. */
function rowBefore(text: string, heads: readonly Head[], { core }: Quantity): readonly (readonly Head[])[] {
  const row: Head[][] = [];
  let at = core.start;
  const before = headsBetween(heads, core.start - reach, core.start);
  for (const head of before.toReversed()) {
    const first = row[0]?.[0];
    if (first && head.end > first.start) {
      // The longer word of one place is the noun: 离子电导率 before 电导率.
      if (head.start <= first.start && head.end >= first.end) row[0]?.unshift(head);
      at = Math.min(at, head.start);
      continue;
    }
    const gap = text.slice(head.end, at);
    if (!(row.length === 0 ? linkOnly : joint).test(gap)) break;
    row.unshift([head]);
    at = head.start;
  }
  return row;
}

function attributesFor(
  nouns: readonly Head[],
  quantity: Quantity,
  things: readonly NamedThing[],
): readonly string[] {
  const fitting = nouns.flatMap(({ cue }) => {
    const attribute = cue && findAttribute(cue.attribute.id);
    return attribute && unitFor(quantity, attribute, things) !== null ? [attribute.id] : [];
  });
  return fitting.slice(0, 1);
}
