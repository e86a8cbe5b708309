import { describe, expect, it } from "vitest";
import type { Proposal } from "../actions.ts";
import { type Asked, answerAsked, dropRow, dropVolume, keyOfAsked, leaveAsked } from "./asked.ts";
import { emptyFigure, toDraftValues } from "./draft-values.ts";
import { listMarks, openAsks } from "./marks.ts";
import { takeAgain } from "./take-again.ts";
import { takeProposal, withQuiet } from "./take-proposal.ts";

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
  budget: null,
  deadline: null,
  lots: null,
  papers: [],
  quiet: null,
  further: [],
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

  it("[PO16] [PO32] another kind takes the same figures its own way: results that are reached, the promised end of a range", () => {
    const wish = {
      ...figure(0, "350 Wh/kg", "energy_density", "350", "Wh/kg"),
      value: { attribute: "energy_density", op: ">=" as const, value: "350", unit: "Wh/kg", hard: true },
    };
    const amount = (value: string) => ({ value: { amount: value, unit: "t/month" }, ...at(20, "90-120吨") });
    const asNeed: Proposal = { ...nothing, figures: [wish], volume: amount("120") };
    const reached = { ...wish.value, hard: false, condition: "已达到" };
    const asOther: Proposal = { ...asNeed, figures: [{ ...wish, value: reached }], volume: amount("90") };
    const stated = toDraftValues({ figures: [wish.value], volume: amount("120").value }, {}, 180);
    const now = takeAgain(stated, asOther, asNeed, true);
    expect(now.figures[0]).toMatchObject({ hard: false, condition: "已达到", value: "350" });
    expect(now.volume.amount).toBe("90");
    // What its author typed stays.
    const typed = { ...stated, volume: { ...stated.volume, amount: "100" } };
    expect(takeAgain(typed, asOther, asNeed, true).volume.amount).toBe("100");
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

  it("[PO29] after an edit a settled matter stays settled by its words, whatever the reading makes of them now", () => {
    const first: Proposal = {
      ...nothing,
      figures: [
        figure(0, "镍钴合计32个点", "ni_co", "32", "mass %"),
        figure(10, "锂3.8", "li_content", "3.8", "mass %"),
        figure(20, "铜1.2", "cu", "1.2", "mass %"),
      ],
      volume: { value: { amount: "80", unit: "t" }, ...at(30, "80吨") },
      asked: [ask(40, "氟0.4", "0.4", "%"), ask(50, "粒度 60 目", "60", "目")],
    };
    const stated = toDraftValues({ figures: first.figures.map(({ value }) => value) }, {}, 180);
    const deleted = dropVolume(dropRow(stated, first, 2), first);
    const now = {
      ...deleted,
      figures: [...deleted.figures, { ...emptyFigure, attribute: "f_content", value: "0.4", unit: "mass %" }],
      leftInText: leaveAsked(
        answerAsked(deleted.leftInText, keyOfAsked(first.asked[0] as Asked, first), "f_content"),
        keyOfAsked(first.asked[1] as Asked, first),
      ),
    };
    // Without the name of the goods the same words are questions about other things, at other places.
    const wrong = [{ attribute: "tap_density", op: "=" as const, value: "32", unit: "g/cm3", hard: false }];
    const later: Proposal = {
      ...nothing,
      figures: [figure(6, "铜1.2", "cu", "1.2", "mass %")],
      volume: { value: { amount: "80", unit: "t" }, ...at(20, "80吨") },
      asked: [
        { ...ask(0, "镍+钴32个点", "32", "%"), source: "镍钴合计32个点", answers: wrong },
        { ...ask(3, "锂3.8个点", "3.8", "%"), answers: wrong },
        { ...ask(12, "氟0.4", "0.4", "%"), answers: wrong },
        { ...ask(30, "60 目", "60", "目"), value: { op: "=", value: "60", unit: "目", about: "粉" } },
      ],
    };
    const taken = takeAgain(now, later, first, false);
    expect(openAsks(later, taken, new Set(taken.leftInText))).toEqual([]);
    expect(attributes(taken)).toEqual(["ni_co", "li_content", "f_content"]);
    expect(taken.volume.amount).toBe("");
    const marks = listMarks(later, taken, new Set(taken.leftInText));
    expect(marks.filter(({ kind }) => kind === "open")).toEqual([]);
    expect(takeProposal(taken, later).figures).toEqual(taken.figures);
    expect(takeProposal(taken, later).volume.amount).toBe("");
  });
});

describe("[PO33] a text that asks to go no further", () => {
  const quiet = { start: 5, end: 8, source: "别外传" };
  const blank = toDraftValues({}, {}, 180);

  it("keeps the form for partners, and opens nothing that was kept narrower", () => {
    const { levels } = withQuiet(
      { ...blank, levels: { ...blank.levels, region: "own" } },
      { ...nothing, quiet },
      "need",
    );
    expect(levels).toMatchObject({ figures: "partner", summary: "partner", region: "own", price: "own" });
  });

  it("leaves a form alone whose author chose who sees it, and one whose text says nothing of it", () => {
    const chosen = { ...blank, levels: { ...blank.levels, figures: "everyone" as const } };
    expect(withQuiet(chosen, { ...nothing, quiet }, "need")).toBe(chosen);
    expect(withQuiet(blank, nothing, "need")).toBe(blank);
  });
});
