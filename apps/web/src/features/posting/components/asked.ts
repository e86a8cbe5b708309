import { longestLeftInText, mostLeftInText } from "@lilink/model/posting";
import type { Proposal } from "../actions.ts";
import { type DraftValues, emptyVolume, type FigureValues } from "./draft-values.ts";
import { keyOfFigure, keyOfVolume, placesOf } from "./take-proposal.ts";

export type Asked = Proposal["asked"][number];

/** What became of a question: its row of figures, or the field that holds its answer. */
export type Answer = { readonly row: number } | { readonly field: string };

/** What the answer to a question became: an attribute ("" while it is chosen), a field, or the condition of a row. */
export type Became = string;

const arrow = " → ";
const wordsOf = ({ source, value }: Asked) =>
  [value.about ?? "", source]
    .join(" ")
    .trim()
    .slice(0, longestLeftInText - 60)
    .trim();

/** The words by which a question is known again, with its turn among equal ones: equal words at another place are another question. [PO29] */
export function keyOfAsked(asked: Asked, { asked: all }: Pick<Proposal, "asked">): string {
  const words = wordsOf(asked);
  const turn = all.filter((one) => wordsOf(one) === words && one.span.start < asked.span.start).length;
  return turn === 0 ? words : `${words} #${turn + 1}`;
}

/** What is known of the questions with one more that stays in the text; the oldest go first where there are too many. [PO29] */
export const leaveAsked = (known: readonly string[], key: string): string[] =>
  [...new Set([...known, key])].slice(-mostLeftInText);

/** The same with one more that is answered. [PO29] */
export const answerAsked = (known: readonly string[], key: string, became: Became): string[] =>
  leaveAsked(
    known.filter((one) => one !== key && !one.startsWith(key + arrow)),
    key + arrow + became,
  );

/** The form without a row; what the text told of it is not offered again. [PO29] */
export function dropRow(values: DraftValues, found: Proposal | null, row: number): DraftValues {
  const { figures, leftInText } = values;
  const places = found ? placesOf(found.figures, figures, leftInText) : [];
  const read = found?.figures[places.indexOf(row)];
  const answers = found ? answersOf(found, values) : [];
  const asked = found?.asked.filter((_, index) => {
    const answer = answers[index];
    return answer && "row" in answer && answer.row === row;
  });
  const keys = [
    ...(found && read ? [keyOfFigure(read, found.figures)] : []),
    ...(found ? (asked ?? []).map((one) => keyOfAsked(one, found)) : []),
  ];
  return {
    ...values,
    figures: figures.filter((_, place) => place !== row),
    leftInText: keys.reduce(leaveAsked, leftInText),
  };
}

/** The form without a row that a question began: the question stands again. [PO16] */
export function giveBack(values: DraftValues, found: Proposal | null, row: number): DraftValues {
  const answers = found ? answersOf(found, values) : [];
  const keys = (found?.asked ?? []).flatMap((asked, index) => {
    const answer = answers[index];
    return found && answer && "row" in answer && answer.row === row ? [keyOfAsked(asked, found)] : [];
  });
  return {
    ...values,
    figures: values.figures.filter((_, place) => place !== row),
    leftInText: values.leftInText.filter((one) => !keys.some((key) => one.startsWith(key + arrow))),
  };
}

/** The form without its amount; what the text told of it is not offered again. [PO29] */
export const dropVolume = (values: DraftValues, found: Proposal | null): DraftValues => ({
  ...values,
  volume: structuredClone(emptyVolume),
  leftInText: found?.volume ? leaveAsked(values.leftInText, keyOfVolume(found.volume)) : values.leftInText,
});

/** Whether a quantity is money for an amount. */
export const isPrice = ({ value }: Asked) => /^(?:CNY|USD|EUR)\//.test(value.unit);

/** A share by mass is a share. */
const plainUnit = (unit: string) => unit.replace(/^(?:mass|mol|vol) /, "");
const isSame = ({ value }: Asked, row: FigureValues) =>
  value.value !== "" &&
  row.value === value.value &&
  (value.unit === "" || plainUnit(row.unit) === plainUnit(value.unit));

/** How often words stand in a text, not as the end of a longer number. */
const countIn = (text: string, words: string) =>
  words === ""
    ? 0
    : text
        .split(words)
        .slice(0, -1)
        .filter((before) => !/[\d.]$/.test(before)).length;

/**
 * For each question what answered it, or null. What its author pressed is known by the place of the question; a row that was typed
 * answers one question alone, where its attribute is among the answers or no other question has its value. [PO16]
 */
export function answersOf(found: Proposal, values: DraftValues): (Answer | null)[] {
  const { figures } = values;
  const taken = new Set(placesOf(found.figures, figures, values.leftInText));
  const used = new Map<string, number>();
  const answers: (Answer | null)[] = found.asked.map(() => null);
  const settle = (find: (asked: Asked) => Answer | null) => {
    for (const [index, asked] of found.asked.entries()) {
      if (answers[index]) continue;
      const answer = find(asked);
      if (answer && "row" in answer) taken.add(answer.row);
      answers[index] = answer;
    }
  };
  const freeRow = (isIt: (row: FigureValues) => boolean): Answer | null => {
    const row = figures.findIndex((one, at) => !taken.has(at) && isIt(one));
    return row < 0 ? null : { row };
  };
  /** Words that a line holds once answer one question. */
  const isHeld = (line: string, place: string, words: string) => {
    const before = used.get(`${place}/${words}`) ?? 0;
    if (countIn(line, words) <= before) return false;
    used.set(`${place}/${words}`, before + 1);
    return true;
  };
  const holding = ({ source }: Asked): Answer | null => {
    const row = figures.findIndex(({ condition }, at) => isHeld(condition, String(at), source));
    return row < 0 ? null : { row };
  };
  const known = new Map(
    values.leftInText.flatMap((one): [string, string][] => {
      const at = one.lastIndexOf(arrow);
      return at < 0 ? [] : [[one.slice(0, at), one.slice(at + arrow.length)]];
    }),
  );
  const pressed = (asked: Asked): Answer | null => {
    const became = known.get(keyOfAsked(asked, found));
    if (became === undefined) return null;
    if (became === "volume") return values.volume.amount === "" ? null : { field: became };
    if (became === "price") {
      isHeld(values.price, became, asked.source);
      return values.price === "" ? null : { field: became };
    }
    if (became === "condition") return holding(asked);
    return (
      freeRow((row) => row.attribute === became) ?? freeRow((row) => became === "" && isSame(asked, row))
    );
  };
  settle(pressed);
  settle(({ value: { fills } }) => (fills && values[fills.field] !== "" ? { field: fills.field } : null));
  settle((asked) =>
    freeRow(
      (row) => isSame(asked, row) && asked.answers.some(({ attribute }) => attribute === row.attribute),
    ),
  );
  settle((asked) => {
    const isAlone = found.asked.every((one) => one === asked || !isEqual(one, asked));
    return isAlone ? freeRow((row) => row.attribute !== "" && isSame(asked, row)) : null;
  });
  settle(holding);
  settle((asked) =>
    isPrice(asked) && isHeld(values.price, "price", asked.source) ? { field: "price" } : null,
  );
  settle((asked) => (isVolume(asked, values) ? { field: "volume" } : null));
  return answers;
}

const isEqual = (one: Asked, other: Asked) =>
  one.value.value === other.value.value && one.value.unit === other.value.unit;

function isVolume({ value }: Asked, { volume: { amount, unit } }: DraftValues): boolean {
  return value.value !== "" && (amount === value.high || amount === value.value) && unit === value.unit;
}
