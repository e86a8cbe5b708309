import { describe, expect, it } from "vitest";
import type { Proposal } from "../actions.ts";
import { type Asked, keyOfAsked, leaveAsked } from "./asked.ts";
import { emptyFigure, toDraftValues } from "./draft-values.ts";
import { takeAgain } from "./take-again.ts";

const at = (start: number, source: string) => ({ span: { start, end: start + source.length }, source });
const ask = (start: number, source: string, value: string, unit: string): Asked => ({
  value: { op: "=", value, unit },
  ...at(start, source),
  quoted: { words: source },
  answers: [],
  isTerm: false,
  isPack: false,
  seek: "",
  isAside: false,
});
const figure = (start: number, source: string, attribute: string, value: string, unit: string) => ({
  value: { attribute, op: "=" as const, value, unit, hard: false },
  ...at(start, source),
});
const nothing = {
  language: "zh",
  kind: null,
  concepts: [],
  figures: [],
  volume: null,
  window: null,
  regions: [],
  trl: null,
  maturity: null,
  ipStatus: null,
  cooperation: [],
  deadline: null,
  lots: null,
  papers: [],
  asked: [],
} satisfies Proposal;

const before: Proposal = {
  ...nothing,
  figures: [figure(0, "12 µm", "d90", "12", "µm")],
  asked: [ask(10, "3 %", "3", "%"), ask(20, "3600吨", "3600", "t/a"), ask(30, "7 m²/g", "7", "m²/g")],
};
const values = {
  ...toDraftValues({ figures: before.figures.map(({ value }) => value) }, {}, 180),
  figures: [
    ...toDraftValues({ figures: before.figures.map(({ value }) => value) }, {}, 180).figures,
    { ...emptyFigure, attribute: "purity", value: "99.5", unit: "%" },
  ],
};
const sure: Proposal = {
  ...nothing,
  figures: [figure(0, "12 µm", "d50", "12", "µm"), figure(10, "3 %", "mass_li", "3", "%")],
  volume: { value: { amount: "3600", unit: "t/a" }, ...at(20, "3600吨") },
  asked: [ask(30, "7 m²/g", "7", "m²/g")],
};
const attributes = (now: typeof values) => now.figures.map(({ attribute }) => attribute);

describe("what a later reading brings", () => {
  it("[PO16] another concept fills rows at once as if the text had named it, and rows typed by hand stay", () => {
    const now = takeAgain(values, sure, before, true);
    expect(attributes(now)).toEqual(["d50", "purity", "mass_li"]);
    expect(now.volume).toMatchObject({ amount: "3600", unit: "t/a" });
    // Once more adds nothing.
    expect(takeAgain(now, sure, sure, true)).toEqual(now);
  });

  it("[PO16] a row that somebody changed, an answer and what was left in the text stay as they are", () => {
    const touched = {
      ...values,
      figures: values.figures.map((row, index) => (index === 0 ? { ...row, value: "11" } : row)),
      leftInText: before.asked
        .slice(0, 1)
        .map((one) => keyOfAsked(one, before))
        .reduce(leaveAsked, []),
    };
    expect(attributes(takeAgain(touched, sure, before, true))).toEqual(["d90", "purity"]);
  });

  it("[PO16] after an edit an open question that became sure enters, and what else is new is offered", () => {
    const moved: Proposal = {
      ...sure,
      figures: [
        ...before.figures,
        figure(12, "3 %", "mass_li", "3", "%"),
        figure(50, "5 kg", "sample", "5", "kg"),
      ],
      volume: { value: { amount: "3600", unit: "t/a" }, ...at(24, "3600吨") },
    };
    const now = takeAgain(values, moved, before, false);
    expect(attributes(now)).toEqual(["d90", "purity", "mass_li"]);
    expect(now.volume.amount).toBe("3600");
  });
});
