import type { Span } from "@lilink/engine/text";
import { wordsBefore, wordsBehind } from "../analyze/words-beside.ts";
import tenderJson from "../data/tender-words.json" with { type: "json" };

const [deadlineBefore, deadlineBehind, costBefore] = (
  ["deadlineBefore", "deadlineBehind", "costBefore"] as const
).map((key) => new RegExp(tenderJson[key], "iu")) as [RegExp, RegExp, RegExp];
const sentenceEnd = /[;；。\n]|\.(?: |$)/;
const clauseEnd = /,(?!\d{3})|[，、;；。\n]|\. /;
const reach = 60;

/**
 * Whether a time is the one by which bids, offers or answers are due, and so none of a delivery. [MT106]
 * @example isBidDeadline("Offers by 15 January 2027", { start: 10, end: 25 }) // true
 */
export function isBidDeadline(text: string, place: Span): boolean {
  return (
    deadlineBefore.test(wordsBefore(text, place, sentenceEnd, reach)) ||
    deadlineBehind.test(wordsBehind(text, place, clauseEnd, reach))
  );
}

// 锂另算1.9万一吨: what is paid for one metal of the goods.
const ofMetal = /[镍钴锂锰铜铝](?:金属)?(?:另|单独)(?:外)?[算计][^,，;；\d]{0,3}$/;

/** Whether money is what something costs to make or what one metal of the goods is paid with, and no price: 目标成本, our cost target. [MT106] */
export function isCostTarget(text: string, place: Span): boolean {
  const before = wordsBefore(text, place, clauseEnd, reach);
  return costBefore.test(before) || ofMetal.test(before);
}
