import type { Span } from "@lilink/engine/text";

/** How a question quotes a text: `words` are the quantity with what stands before it, `clause` all of its clause where that says more. */
export type Quoted = { readonly words: string; readonly clause?: string };

const before = /,(?!\d{3})|[，、;；。!?！？\n\t|]|\.\s/g;
const behind = /,(?!\d{3})|[，、;；。!?！？\n\t|]|\.(?:\s|$)/g;
const numbering =
  /^\s*(?:[1-9]\d?(?:\.\d+)+|\d+[.、)）]|[一二三四五六七八九十]+[、.]|[(（]\d+[)）]|[-•*·:：]+)(?=[\s\p{Script=Han}])\s*/u;
const longestLeft = 24;
const longestSide = 40;
const opening = "(（[【";
const closing = ")）]】";

/**
 * The words of a raw text by which somebody knows a quantity again: never a piece of a bracket, the number of a clause or a mark alone.
 * @param isWhole whether the quantity says nothing without all of its clause, as a number of an unknown unit
 * @example quoteClause("热收缩（130℃，1h）", { start: 9, end: 11 }) // { words: "1h", clause: "热收缩（130℃，1h）" }
 */
export function quoteClause(text: string, span: Span, isWhole = false): Quoted {
  const source = text.slice(span.start, span.end);
  const { start, end } = clauseOf(text, span);
  const left = text.slice(start, span.start).replace(numbering, "").trimStart();
  const own = left.length <= longestLeft ? closed(left + source, text[span.end] ?? "", source) : source;
  const named = left === "" ? rowOf(text, start) : "";
  const words = named === "" ? own : `${named} ${own}`;
  const right = text.slice(span.end, end).trimEnd();
  const head = left.length > longestSide ? `…${left.slice(-longestSide).replace(/^[\w'’]+\s/, "")}` : left;
  const tail =
    right.length > longestSide ? `${right.slice(0, longestSide).replace(/\s[\w'’]+$/, "")}…` : right;
  const clause = named === "" ? head + source + tail : words;
  if (isWhole) return { words: clause.trim() };
  return clause === words ? { words } : { words, clause };
}

/** What the row of a table is called in which a cell begins: Fe of Fe | 34.0～36.0. */
function rowOf(text: string, start: number): string {
  if (!/[\t|]/.test(text[start - 1] ?? "")) return "";
  const row = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const name = row.split(/[\t|]/).find((cell) => /\p{L}/u.test(cell)) ?? "";
  return name.trim().length <= longestLeft ? name.trim() : "";
}

/** The part between two marks; a mark inside a bracket parts nothing. */
function clauseOf(text: string, span: Span): Span {
  const starts = [
    0,
    ...[...text.slice(0, span.start).matchAll(before)].map((mark) => mark.index + mark[0].length),
  ];
  const ends = [...text.slice(span.end).matchAll(behind)].map(({ index }) => span.end + index);
  let start = starts.pop() ?? 0;
  let end = ends.shift() ?? text.length;
  while (depthOf(text.slice(start, end)) < 0 && starts.length > 0 && text[start - 1] !== "\n")
    start = starts.pop() ?? 0;
  while (depthOf(text.slice(start, end)) > 0 && end < text.length && text[end] !== "\n")
    end = ends.shift() ?? text.length;
  return { start, end };
}

function depthOf(words: string): number {
  let depth = 0;
  for (const sign of words) depth += opening.includes(sign) ? 1 : closing.includes(sign) ? -1 : 0;
  return depth;
}

/** A bracket that opens and does not close is closed where its end is next, else what stands before it is left out. */
function closed(words: string, next: string, source: string): string {
  if (depthOf(words) <= 0) return words;
  if (closing.includes(next) && next !== "") return words + next;
  const at = Math.max(...[...opening].map((sign) => words.lastIndexOf(sign)));
  const rest = words.slice(at + 1).trimStart();
  return rest.length >= source.length ? rest : source;
}
