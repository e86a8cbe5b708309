import type { Span } from "@lilink/engine/text";
import { amountEnd, bareBefore, bareBehind, dealtBehind } from "./evidence-words.ts";
import { clauseBefore } from "./tell-deal.ts";

// The words by which a time is joined to what it is the time of.
const joinBefore =
  /(?:从|自|在|于|预计|计划|\b(?:from|since|starting(?: in| from)?|beginning(?: in)?|in|by|until|during|throughout|between|for|over)(?: the)?) ?$/i;
const joinBehind = /^(?:份|度|底)?(?:起|开始|之?后|以后|之?前|以前|期间|之间|[以之]?内|全年)? ?[至到]? ?/;
const longestJoin = 16;
const nearDeal = 40;

/**
 * A text with blanks for its times and the words that join them, every other letter at its place.
 * @example withoutTimes("2027年3月起每月200吨", [{ start: 0, end: 7 }]) // "        每月200吨"
 */
export function withoutTimes(text: string, times: readonly Span[]): string {
  let [rest, at] = ["", 0];
  for (const { start, end } of times.toSorted((a, b) => a.start - b.start)) {
    const before = joinBefore.exec(text.slice(Math.max(0, start - longestJoin), start))?.[0].length ?? 0;
    const behind = joinBehind.exec(text.slice(end, end + longestJoin))?.[0].length ?? 0;
    const from = Math.max(at, start - before);
    const to = Math.max(at, end + behind);
    rest += text.slice(at, from) + " ".repeat(to - from);
    at = to;
  }
  return rest + text.slice(at);
}

/** Whether an amount has a clause to itself in a text without its times: 2027年3月起至年底每月约200吨. */
export function standsAlone(timeless: string, { start, end }: Span): boolean {
  const left = clauseBefore(timeless, { start, end }, amountEnd);
  const right = timeless.slice(end, end + nearDeal).split(amountEnd)[0] ?? "";
  return bareBefore.test(left) && (bareBehind.test(right) || dealtBehind.test(right));
}
