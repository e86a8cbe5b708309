import type { Span } from "@lilink/engine/text";
import wordsJson from "../data/whose-words.json" with { type: "json" };

const [denied, others, compared, wished, othersBehind] = (
  ["denied", "others", "compared", "wished", "othersBehind"] as const
).map((key) => new RegExp(wordsJson[key], "i")) as [RegExp, RegExp, RegExp, RegExp, RegExp];
const clauseEnd = /[,，;；。\n!！?？]|\. /;
const near = 48;

/** What stands before a place in its clause. */
function clauseBefore(text: string, { start }: Span): string {
  return (
    text
      .slice(Math.max(0, start - near), start)
      .split(clauseEnd)
      .at(-1) ?? ""
  );
}

/**
 * Whether words of readiness, of a right, of a place or of a paper are said of the posting itself: not of somebody else, not denied, not of
 * the past and not only compared with. [MT94]
 * @example isOfPosting("竞争对手已通过IATF 16949", { start: 7, end: 17 }) // false
 */
export function isOfPosting(text: string, span: Span): boolean {
  const before = clauseBefore(text, span);
  const behind = text.slice(span.end, span.end + near).split(clauseEnd)[0] ?? "";
  return !(denied.test(before) || others.test(before) || compared.test(before) || othersBehind.test(behind));
}

/** Whether it is so already, and not what is only aimed at. @example isReached("想做到TRL 6", { start: 3, end: 8 }) // false */
export function isReached(text: string, span: Span): boolean {
  return !wished.test(clauseBefore(text, span));
}
