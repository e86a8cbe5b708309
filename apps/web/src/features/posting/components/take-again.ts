import type { Proposal } from "../actions.ts";
import type { DraftValues, FigureValues } from "./draft-values.ts";
import { openAsks } from "./marks.ts";
import { isFreeOfAmount, placesOf, takeProposal, toRow } from "./take-proposal.ts";

type Read = Proposal["figures"][number];
type Place = { readonly span: Read["span"]; readonly source: string };

const meets = (one: Place, other: Place) =>
  one.span.start < other.span.end && one.span.end > other.span.start;

const isUntouched = (row: FigureValues, { value }: Read) =>
  JSON.stringify(row) === JSON.stringify(toRow(value)[0]);

/**
 * The form after a later reading. Once another concept is chosen, the same text fills rows as if it had named it: a row that nobody touched
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

  const then = placesOf(before.figures, values.figures);
  const rows = values.figures.map((row, at) => {
    const old = before.figures[then.indexOf(at)];
    const now = old && isSameText ? found.figures.find((one) => meets(one, old)) : undefined;
    return old && now && now.value.attribute !== old.value.attribute && isUntouched(row, old)
      ? (toRow(now.value)[0] ?? row)
      : row;
  });
  const places = placesOf(found.figures, rows);
  const figures = found.figures.filter((one, index) => places[index] === -1 && isNew(one));
  const volume =
    found.volume && isFreeOfAmount(values.volume) && !before.volume && isNew(found.volume)
      ? takeProposal(values, found).volume
      : values.volume;
  return { ...values, volume, figures: [...rows, ...figures.flatMap(({ value }) => toRow(value))] };
}
