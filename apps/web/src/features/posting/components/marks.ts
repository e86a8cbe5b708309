import { listClauses, narrownessOf, type PostingKind } from "@lilink/model/posting";
import type { Proposal } from "../actions.ts";
import { type Asked, answersOf, keyOfAsked } from "./asked.ts";
import type { DraftValues } from "./draft-values.ts";
import {
  cooperationOf,
  isFreeOfAmount,
  isFreeOfTime,
  keyOfFigure,
  keyOfVolume,
  placesOf,
} from "./take-proposal.ts";

/** A piece of the text and what became of it: a row, a field, a question, words alone, or something that is not taken yet. */
export type Mark = {
  readonly start: number;
  readonly end: number;
  readonly kind: "row" | "field" | "ask" | "left" | "open" | "paper";
  readonly row?: number;
  readonly field?: string;
  readonly ask?: number;
  /** Whether its row is for fewer readers than the text. */
  readonly locked?: boolean;
};

/** What of the questions is open: neither answered by a row, the volume or a condition nor left in the text, and of no payment, package or sample. */
export function openAsks(found: Proposal, values: DraftValues, left: ReadonlySet<string>): readonly Asked[] {
  const answers = answersOf(found, values);
  return found.asked.filter(
    (asked, index) => !isAside(asked, found) && !answers[index] && !left.has(keyOfAsked(asked, found)),
  );
}

/** Whether a piece is no question: a payment, a package, a sample, a lot among others, the day by which one bids or the budget. */
const isAside = ({ isAside: isNone, span }: Asked, { lots, deadline, budget }: Proposal) =>
  isNone ||
  [...(lots?.spans ?? []), ...[deadline, budget].flatMap((one) => one?.span ?? [])].some(
    ({ start, end }) => span.start < end && span.end > start,
  );

/** Which end of a range the volume takes: an offer promises its lower end, and a need may take all of it. [PO16] */
export const endTaken = ({ value, high }: Asked["value"], kind: PostingKind): string =>
  kind === "capability" ? value : (high ?? value);

/** The marks of a text in its order; where two meet, the first stands. */
export function listMarks(
  found: Proposal,
  values: DraftValues,
  left: ReadonlySet<string>,
  isKept: (attribute: string) => boolean = () => false,
): Mark[] {
  const places = placesOf(found.figures, values.figures, values.leftInText);
  const figureAt = (row: number) => values.figures[row]?.attribute ?? "";
  const figures = found.figures.map((figure, index): Mark => {
    const { span, value } = figure;
    const row = places[index] ?? -1;
    if (left.has(keyOfFigure(figure, found.figures))) return { ...span, kind: "left" };
    return row < 0
      ? { ...span, kind: "open" }
      : { ...span, kind: "row", row, locked: isKept(value.attribute) };
  });
  const answers = answersOf(found, values);
  const isBudget = ({ span }: Asked) =>
    found.budget !== null && span.start < found.budget.span.end && found.budget.span.start < span.end;
  const asks = found.asked.flatMap((asked, ask): Mark | Mark[] => {
    // The sum of a budget has the mark of its field.
    if (isBudget(asked)) return [];
    const answer = answers[ask];
    if (answer && "row" in answer)
      return { ...asked.span, kind: "row", ...answer, locked: isKept(figureAt(answer.row)) };
    if (answer) return { ...asked.span, kind: "field", ...answer, locked: isKept(answer.field) };
    return {
      ...asked.span,
      kind: isAside(asked, found) || left.has(keyOfAsked(asked, found)) ? "left" : "ask",
      ask,
    };
  });
  const field = (
    proposed: { readonly span: { readonly start: number; readonly end: number } } | null | undefined,
    name: string,
    isIn: boolean,
    isFree: boolean,
  ): Mark[] => {
    if (!proposed) return [];
    if (isIn) return [{ ...proposed.span, kind: "field", field: name, locked: isKept(name) }];
    // A field that holds another value takes nothing: the piece is in the text only, and leads there.
    return [{ ...proposed.span, ...(isFree ? { kind: "open" } : { kind: "left", field: name }) }];
  };
  const held = (
    name: "budget" | "region" | "trl" | "maturity" | "ipStatus",
    read: { readonly value: string | number; readonly span: Asked["span"] } | null | undefined,
  ) => field(read, name, values[name] === String(read?.value), values[name] === "");
  const { volume } = values;
  const concept =
    found.concepts.find(({ value }) => value === values.concept) ??
    found.concepts.find(({ aside }) => !aside);
  const { lots, deadline, papers } = found;
  const lotMarks = (lots?.spans ?? []).map(
    (span): Mark =>
      volume.schedule.length > 0
        ? { ...span, kind: "field", field: "volume", locked: isKept("volume") }
        : { ...span, kind: "left", field: "volume" },
  );
  const isOfLots = (one: { readonly span: Asked["span"] } | null | undefined) =>
    lots?.spans.some(({ start, end }) => one && one.span.start < end && one.span.end > start);
  const ofVolume = (one: { readonly span: Asked["span"] } | null, isIn: boolean) =>
    isOfLots(one) ? [] : field(one, "volume", isIn, true);
  const all = [
    ...lotMarks,
    ...papers.map(({ start, end, isRead }): Mark => ({ start, end, kind: isRead ? "paper" : "left" })),
    ...field(deadline, "validDays", values.validDays === String(deadline?.days), false),
    ...field(concept, "concept", concept?.value === values.concept, values.concept === ""),
    ...figures,
    ...asks,
    ...(found.volume && isFreeOfAmount(volume) && left.has(keyOfVolume(found.volume))
      ? []
      : ofVolume(found.volume, !isFreeOfAmount(volume))),
    ...ofVolume(found.window, !isFreeOfTime(volume)),
    ...held("budget", found.budget),
    ...held("region", found.regions[0]),
    ...held("trl", found.trl),
    ...held("maturity", found.maturity),
    ...held("ipStatus", found.ipStatus),
    ...cooperationOf(found).flatMap((one) =>
      field(one, "cooperation", values.cooperation.includes(one.value), true),
    ),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Mark[] = [];
  for (const mark of all) if (mark.start >= (kept.at(-1)?.end ?? 0) && mark.end > mark.start) kept.push(mark);
  return [...kept, ...listUnread(values, kept)].sort((a, b) => a.start - b.start);
}

/** The clauses with a number of which nothing was read: in the text only, unless the condition of a row holds their words. */
function listUnread({ description, figures }: DraftValues, marks: readonly Mark[]): Mark[] {
  return (
    listClauses(description)
      .filter(({ start, end }) => !marks.some((mark) => mark.start < end && mark.end > start))
      // The number of a line is no clause, and a greeting no figure.
      .filter(({ start, end }) => /\p{L}/u.test(description.slice(start, end)))
      .filter(({ start, end }) => /\d/.test(description.slice(start, end)))
      .map((span): Mark => {
        const words = description.slice(span.start, span.end);
        const row = figures.findIndex(({ condition }) => condition.includes(words));
        return row < 0 ? { ...span, kind: "left" } : { ...span, kind: "row", row };
      })
  );
}

/** How many marks of each kind a text shows; a field counts as a row does: both are in the form. */
export function countMarks(marks: readonly Mark[]): Readonly<Record<Exclude<Mark["kind"], "field">, number>> {
  const counts = { row: 0, ask: 0, open: 0, paper: 0, left: 0 };
  for (const { kind } of marks) counts[kind === "field" ? "row" : kind] += 1;
  return counts;
}

/** How many marked pieces of a text are in the form. */
export const countTaken = (found: Proposal, values: DraftValues): number =>
  countMarks(listMarks(found, values, new Set(values.leftInText))).row;

/** Whether one level is for fewer readers than another. */
export const isCloser = (
  level: Parameters<typeof narrownessOf>[0],
  than: Parameters<typeof narrownessOf>[0],
) => narrownessOf(level) > narrownessOf(than);

/** Whether words hold two numbers, of which none is the first one said again in brackets: 90-120, between 40 and 60, at least 40 t and at most 60 t. */
const isRange = (words: string): boolean =>
  /±|\+\/-/.test(words) ||
  (words.replaceAll(/(?<=\d),(?=\d{3})|[(（].*$/g, "").match(/\d+(?:\.\d+)?/g)?.length ?? 0) > 1;

/** The words of an amount that the volume holds otherwise, or null: one end of a range, or a round figure that the text says with "about". */
export function amountTaken(
  found: Proposal,
  volume: DraftValues["volume"],
  kind: PostingKind,
): { readonly words: string; readonly as: "range" | "about" } | null {
  const words = rangeTaken(found, volume, kind);
  if (words) return { words, as: "range" };
  const { volume: read } = found;
  const isIt = read?.isRound && read.value.amount === volume.amount && read.value.unit === volume.unit;
  return isIt ? { words: read.source, as: "about" } : null;
}

/** The words of a range of which the volume holds one end, or null: a posting has one amount, and nobody should overlook that. */
export function rangeTaken(
  found: Proposal,
  { amount, unit }: DraftValues["volume"],
  kind: PostingKind,
): string | null {
  const read = found.volume
    ? { ...found.volume.value, source: found.volume.source }
    : found.asked
        .filter(({ value }) => value.high !== undefined)
        .map(({ value, source }) => ({ amount: endTaken(value, kind), unit: value.unit, source }))
        .find((one) => one.amount === amount);
  const isIt = read && amount !== "" && read.amount === amount && read.unit === unit && isRange(read.source);
  return isIt ? read.source : null;
}
