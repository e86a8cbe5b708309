import type { Proposal } from "../actions.ts";
import { answerAsked, answersOf, keyOfAsked, leaveAsked } from "./asked.ts";
import type { DraftValues, FigureValues, VolumeValues } from "./draft-values.ts";
import { openAsks } from "./marks.ts";
import { isFreeOfAmount, keyOfFigure, placesOf, takeProposal, toRow } from "./take-proposal.ts";

type Read = Proposal["figures"][number];
type Place = { readonly span: Read["span"]; readonly source: string };

const meets = (one: Place, other: Place) =>
  one.span.start < other.span.end && one.span.end > other.span.start;

const isUntouched = (row: FigureValues, { value }: Read) =>
  JSON.stringify(row) === JSON.stringify(toRow(value)[0]);

/** The amount, where nobody touched it, as another kind takes it: an offer promises the lower end of a range. [PO16] */
function followVolume(typed: VolumeValues, found: Proposal, before: Proposal): VolumeValues {
  const [old, now] = [before, found].map(({ volume }) => volume?.value);
  const isOld = old && typed.amount === old.amount && typed.unit === old.unit && typed.schedule.length === 0;
  return isOld && now ? { ...typed, amount: now.amount, unit: now.unit } : typed;
}

/**
 * The form after a later reading. Once another concept or kind is chosen, the same text fills rows as if it had named it: a row that nobody touched
 * follows the text, and what the text now tells for sure enters. After an edit of the text only open questions that became sure enter; what
 * else is new is offered. Answers, questions left in the text and rows typed by hand stay. [PO16]
 */
export function takeAgain(
  values: DraftValues,
  found: Proposal,
  before: Proposal,
  isSameText: boolean,
): DraftValues {
  const left = new Set(values.leftInText);
  const open = openAsks(before, values, left);
  // Of an edited text the places have moved, and its words have not.
  const waiting = [...open];
  const wasAsked = (one: Place) => {
    const at = waiting.findIndex((asked) => (isSameText ? meets(asked, one) : asked.source === one.source));
    if (at >= 0) waiting.splice(at, 1);
    return at >= 0;
  };
  const wasKnown = (one: Place) =>
    before.figures.some((other) => meets(other, one)) || before.asked.some((other) => meets(other, one));
  const isNew = (one: Place) => wasAsked(one) || (isSameText && !wasKnown(one));

  const then = placesOf(before.figures, values.figures, values.leftInText);
  const rows = values.figures.map((row, at) => {
    const old = before.figures[then.indexOf(at)];
    const now = old && isSameText ? found.figures.find((one) => meets(one, old)) : undefined;
    return old && now && isUntouched(row, old) ? (toRow(now.value)[0] ?? row) : row;
  });
  const places = placesOf(found.figures, rows, values.leftInText);
  const figures = found.figures.filter((one, index) => places[index] === -1 && isNew(one));
  const volume =
    found.volume && isFreeOfAmount(values.volume) && !before.volume && isNew(found.volume)
      ? takeProposal(values, found).volume
      : isSameText
        ? followVolume(values.volume, found, before)
        : values.volume;
  const taken = { ...values, volume, figures: [...rows, ...figures.flatMap(({ value }) => toRow(value))] };
  return isSameText ? taken : { ...taken, leftInText: carryOver(taken, found, before) };
}

const plainWords = (words: string) => words.normalize("NFKC").replaceAll(/[^\p{L}\p{N}.%]/gu, "");

/** Whether words stand in others, and not as a part of a longer number. */
function holds(all: string, words: string): boolean {
  const at = words.length < 2 ? -1 : all.indexOf(words);
  const [before, behind] = [all.charAt(at - 1), all.slice(at + words.length)];
  return (
    at >= 0 &&
    !(/^\d/.test(words) && /[\d.]/.test(before)) &&
    !(/\d$/.test(words) && /^(?:\d|\.\d)/.test(behind))
  );
}

/** What is known of the questions and of what was deleted, for the same words in an edited text: a settled matter stays settled. [PO29] */
function carryOver(values: DraftValues, found: Proposal, before: Proposal): string[] {
  const { figures, leftInText } = values;
  const left = new Set(leftInText);
  const places = placesOf(before.figures, figures, leftInText);
  const answers = answersOf(before, values);
  const settled = [
    ...before.figures.map((one, index) => ({
      words: plainWords(one.source),
      became: figures[places[index] ?? -1]?.attribute,
      isLeft: left.has(keyOfFigure(one, before.figures)),
    })),
    ...before.asked.map((one, index) => {
      const answer = answers[index];
      return {
        words: plainWords(one.source),
        became: answer ? ("row" in answer ? figures[answer.row]?.attribute : answer.field) : undefined,
        isLeft: left.has(keyOfAsked(one, before)),
      };
    }),
  ].filter(({ became, isLeft }) => isLeft || became !== undefined);
  const settle = (source: string) => {
    const words = plainWords(source);
    const at = settled.findIndex((one) => one.words === words);
    const near = at < 0 ? settled.findIndex((one) => holds(one.words, words) || holds(words, one.words)) : at;
    return near < 0 ? undefined : settled.splice(near, 1)[0];
  };
  let known = leftInText;
  const nowPlaces = placesOf(found.figures, figures, leftInText);
  for (const [index, one] of found.figures.entries()) {
    // What stands in a row again takes its own words.
    const old = settle(one.source);
    if (nowPlaces[index] === -1 && old?.isLeft) known = leaveAsked(known, keyOfFigure(one, found.figures));
  }
  const nowAnswers = answersOf(found, values);
  for (const [index, one] of found.asked.entries()) {
    const old = settle(one.source);
    const key = keyOfAsked(one, found);
    if (!old || nowAnswers[index] || left.has(key)) continue;
    known =
      old.isLeft || old.became === undefined ? leaveAsked(known, key) : answerAsked(known, key, old.became);
  }
  return known;
}
