import { describe, expect, it } from "vitest";
import type { Proposal } from "../actions.ts";
import { type Asked, answerAsked, answersOf, keyOfAsked, leaveAsked } from "./asked.ts";
import { type DraftValues, emptyFigure, toDraftValues } from "./draft-values.ts";
import { listMarks, openAsks } from "./marks.ts";

const text = "Na≤0.025%，K≤10ppm，Fe≤10ppm，Cl-≤30ppm；水洗后 ≤10ppm";
const limit = (attribute: string) =>
  ({ attribute, op: "<=", value: "10", unit: "ppm", hard: true }) as Asked["answers"][number];

/** The question about the limit that stands at a place of the text. */
const ask = (start: number, about?: string): Asked => ({
  value: { op: "<=", value: "10", unit: "ppm", ...(about ? { about } : {}) },
  span: { start, end: start + "≤10ppm".length },
  source: "≤10ppm",
  quoted: { words: "≤10ppm" },
  answers: [limit("fe"), limit("k")],
  isTerm: true,
  isPack: false,
  seek: "",
  isAside: false,
});
const asked = [11, 20].map((start) => ask(start));
const last = ask(text.lastIndexOf("≤"));
const found = {
  concepts: [],
  figures: [],
  volume: null,
  window: null,
  regions: [],
  cooperation: [],
  papers: [],
  quiet: null,
  further: [],
  lots: null,
  budget: null,
  deadline: null,
  asked: [...asked, last],
} as unknown as Proposal;
const blank = toDraftValues({ description: text }, {}, 180);
const row = { ...emptyFigure, attribute: "fe", op: "<=" as const, value: "10", unit: "ppm" };
const openOf = (values: DraftValues) =>
  openAsks(found, values, new Set(values.leftInText)).map(({ span }) => span.start);

describe("questions of a text", () => {
  it("[PO16] an answer is of its own place: equal limits elsewhere stay questions", () => {
    const [, second] = asked;
    if (!second) throw new Error("nothing is asked");
    const answered = {
      ...blank,
      figures: [row],
      leftInText: answerAsked([], keyOfAsked(second, found), "fe"),
    };
    expect(openOf(answered)).toEqual([11, last.span.start]);
    expect(answersOf(found, answered)).toEqual([null, { row: 0 }, null]);
    const marks = listMarks(found, answered, new Set(answered.leftInText));
    expect(marks.filter(({ kind }) => kind === "row").map(({ start }) => start)).toEqual([20]);
    // A value that is corrected later stays the answer; without its row it is asked again.
    expect(openOf({ ...answered, figures: [{ ...row, value: "8" }] })).toEqual([11, last.span.start]);
    expect(openOf({ ...answered, figures: [] })).toEqual([11, 20, last.span.start]);
  });

  it("[PO29] leaving one in the text leaves equal words at another place a question", () => {
    const [first] = asked;
    if (!first) throw new Error("nothing is asked");
    expect(openOf({ ...blank, leftInText: leaveAsked([], keyOfAsked(first, found)) })).toEqual([
      20,
      last.span.start,
    ]);
    const all = found.asked.map((one) => keyOfAsked(one, found)).reduce(leaveAsked, []);
    expect(openOf({ ...blank, leftInText: all })).toEqual([]);
  });

  it("[PO16] a row that was typed answers one question, and none whose answers are other figures", () => {
    expect(openOf({ ...blank, figures: [row] })).toHaveLength(2);
    expect(openOf({ ...blank, figures: [{ ...row, attribute: "cl" }] })).toHaveLength(3);
  });

  it("[PO16] words that a condition holds once answer one question", () => {
    const held = (condition: string) =>
      openOf({ ...blank, figures: [{ ...row, attribute: "na", condition }] });
    expect(held("≤10ppm")).toHaveLength(2);
    expect(held("≤10ppm, ≤10ppm")).toHaveLength(1);
  });

  it("[PO16] another figure answers its own question while it is still being chosen", () => {
    const [, second] = asked;
    if (!second) throw new Error("nothing is asked");
    const leftInText = answerAsked([], keyOfAsked(second, found), "");
    for (const attribute of ["", "cl"])
      expect(openOf({ ...blank, leftInText, figures: [{ ...row, attribute }] })).toEqual([
        11,
        last.span.start,
      ]);
  });
});
