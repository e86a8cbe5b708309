import { findReached, type PostingFigure } from "../../posting/index.ts";
import { wordsBefore, wordsBehind } from "../analyze/words-beside.ts";
import type { Proposed, Unassigned } from "./propose-fields.ts";

const firm = /必须|须|务必|硬性|一定要|否则|不接受|must|shall|mandatory|strictly|guarantee|保证|承诺/i;

const clauseEnd = /[,，、;；。\n]|\. /;
const longestClause = 120;
const longestSentence = 300;
const firmBehind = /必须|务必|硬性|\b(?:required|mandatory|compulsory|is a must|guaranteed)\b/i;
const required = /(?:要求|\b(?:requirements?|required|must))[^。.;；\n]*$/i;
// Specification: …. D50 between 4 and 8 µm: what stands below a heading of requirements, to the end of its line.
const headed =
  /(?:规格|指标|技术要求|质量要求|性能要求|\b(?:spec(?:ification)?s?|requirements?))\s?[:：][^\n]*$/i;
// 技术指标如下： and then the rows of a table.
const headedRows =
  /(?:规格|指标|要求|参数|\b(?:spec(?:ification)?s?|requirements?))[^\n。;；]{0,12}[:：][ \t]*\n(?:[^\n]+\n){0,40}[^\n]*$/i;
// 三、技术要求 and then a table, its cells parted by tabs or bars.
const headedTable =
  /(?:(?:技术|质量|性能)(?:要求|规格|指标|参数)|规格参数|\b(?:technical )?(?:specifications?|requirements?))[ \t]*\n(?:[^\n]*[\t|][^\n]*\n){1,40}[^\n]*$/i;
// 指标 | 要求 and then the rows: the head of a column says what it holds.
const headedColumn =
  /(?:^|\n)[^\n]*[\t|][ ]*(?:(?:指标|技术|质量)?要求|规格|标准|限值|requirements?|specs?|specifications?|limits?)[ \t|]*\n(?:[^\n]*[\t|][^\n]*\n){0,40}[^\n]*$/i;
const typical =
  /典型|通常|一般|大约|平均|左右|实测|\b(?:typical(?:ly)?|usual(?:ly)?|average|measured|approx\w*|about)\b/i;

// Typical analysis (dry basis): and then lines or a list: what stands there is what comes, and not what is promised.
const headedTypical =
  /(?:典型|实测|\b(?:typical|average))[^\n.。]{0,60}[:：][ \t]*(?:[^\n]*|(?:\n[ \t]*(?:[-•*·][^\n]*|(?![-•*·])[^\n]*[|\t][^\n]*)){0,30}\n[ \t]*[-•*·]?[^\n]*)$/i;

/**
 * A limit that no word makes a wish is hard; a bare value or a range only where its clause says that it must be. [PO16]
 * What a project has or aims at rules nobody out by itself.
 * @param place of the figure; without an end only the words before it speak
 */
export function isHard(
  { op, hard }: PostingFigure,
  text: string,
  { start, end = start }: Part,
  isProject = false,
): boolean {
  if (!hard || headedTypical.test(text.slice(0, start))) return false;
  if (!isProject && (op === ">=" || op === "<=")) return true;
  const right = wordsBehind(text, { end }, clauseEnd, longestClause);
  return firm.test(clauseBefore(text, start)) || (end > start && firmBehind.test(right));
}

type Part = { readonly start: number; readonly end?: number };

function clauseBefore(text: string, start: number): string {
  return wordsBefore(text, { start }, clauseEnd, longestClause);
}

/** A range is two limits: in one sentence or list with a hard limit it is as hard as that, unless it tells what is typical. [PO16] */
export function isCorridor(
  one: Proposed<PostingFigure>,
  figures: readonly Pick<Proposed<Pick<PostingFigure, "op" | "hard">>, "value" | "span">[],
  text: string,
): boolean {
  if (one.value.op !== "range" || !one.value.hard || typical.test(clauseBefore(text, one.span.start)))
    return false;
  const before = text.slice(0, one.span.start);
  if (
    required.test(before) ||
    headed.test(before) ||
    headedRows.test(before) ||
    headedTable.test(before) ||
    headedColumn.test(before)
  )
    return true;
  return figures.some(({ value: { op, hard }, span }) => {
    if (!hard || (op !== ">=" && op !== "<=")) return false;
    const [first, last] = span.start < one.span.start ? [span, one.span] : [one.span, span];
    return !/[。\n]|\. /.test(text.slice(first.end, last.start));
  });
}

const aimed =
  /希望|期望|目标|计划|预[计期]|力争|争取|须|需|应|[拟将要]|\b(?:to|will|would|should|must|shall|may|could|goal|target|aim(?:s|ing|ed)?|want|need|seek|look(?:s|ing)?|hope|plan(?:s|ned)?)\b/i;
/** What a group says of its own work without another word: 离子电导率达到 6 mS/cm, our cells deliver 350 Wh/kg. */
const ownResult =
  /(?:可|能)?达(?:到|成)?了?|保持(?=率?[^率]*$)|\b(?:batch(?:es)?|samples?|cells?|powders?|films?|tests?)\b[^.;\d]{0,24}\b(?:gives?|gave|show(?:s|ed)?|deliver(?:s|ed)?)\b|(?:研制|制备|开发|合成|得到|样品)[^,，;；。\d]{0,24}[为是]|\b(?:we|our|the [a-z-]{3,20}(?: [a-z-]{3,20})?)\b[^.;\d]{0,48}\b(?:(?<=\b(?:we|our)\b[^.;]*)ha(?:ve|s)|shows?|showed|shown|gives?|gave|delivers?|delivered|exhibit(?:s|ed)?|demonstrate[sd]?|retain(?:s|ed)?|keeps?|kept|yield(?:s|ed)?)\b/i;
const otherClause = /[,，;；。\n]|\.(?: |$)/;

/** We have developed an adsorbent for low-grade brines (Li 60-120 mg/L: what stands in brackets behind what it is for is of that. */
function isOfFeed(sentence: string): boolean {
  const opened = sentence.search(/[(（][^)）]*$/);
  return (
    opened >= 0 && /\b(?:for|from)\b[^(),;]*$|[从自对][^(（,，]{2,20}[(（]?$/.test(sentence.slice(0, opened))
  );
}

/**
 * The words that say that a project has a value already, as 目前达到 or "now reach": it is what is typical so far and no wish. Of what it
 * plainly tells of its own work 已达到 or "reached" says so.
 * @example wordsOfReached("we now reach 6.2 mS/cm", 13) // "now reach"
 */
export function wordsOfReached(text: string, start: number): string | undefined {
  const sentence = wordsBefore(text, { start }, /[。;；\n]|\.(?: |$)/, longestSentence);
  if (isOfFeed(sentence)) return undefined;
  const words = findReached(sentence);
  if (words !== undefined && !aimed.test(sentence.slice(sentence.indexOf(words) + words.length)))
    return words;
  const clause = sentence.split(otherClause).at(-1) ?? "";
  const own = /\b(?:we|our)\b/i.test(clause) ? clause : /[A-Za-z]{3}/.test(clause) ? sentence : clause;
  if (!ownResult.test(own) || aimed.test(own)) return undefined;
  return /\p{Script=Han}/u.test(own) ? "已达到" : "reached";
}

const limited = /[≥>]|不[低少小][于过]?|至少|以上|\b(?:at least|min(?:imum)?|or more)\b/i;

/** A figure of a project with the words that say that it is reached as its condition. */
export function withReached(one: Proposed<PostingFigure>, text: string): Proposed<PostingFigure> {
  const { condition: told = "" } = one.value;
  // What is left after so many cycles is told by the words within; a limit among them is a goal.
  const isTold = told === one.source && !limited.test(told);
  const words = wordsOfReached(text, isTold ? one.span.end : one.span.start);
  if (words === undefined || told === words) return one;
  const condition = [words, told].filter(Boolean).join(/\p{Script=Han}/u.test(words) ? "，" : ", ");
  return { ...one, value: { ...one.value, hard: false, condition } };
}

/** What a project has reached, where it is asked although only one attribute can be meant. */
export function reachedOf(
  piece: Proposed<Unassigned>,
  answers: readonly PostingFigure[],
  text: string,
): Proposed<PostingFigure> | null {
  const [answer] = answers;
  const words = wordsOfReached(text, piece.span.start);
  if (!answer || answers.length > 1 || words === undefined || !piece.value.op || piece.value.product)
    return null;
  return { value: { ...answer, hard: false, condition: words }, span: piece.span, source: piece.source };
}

/** What a buyer would pay is the most that he pays. */
export const asCeiling = (figure: PostingFigure): PostingFigure =>
  figure.attribute === "price" && figure.op === "=" ? { ...figure, op: "<=" } : figure;
