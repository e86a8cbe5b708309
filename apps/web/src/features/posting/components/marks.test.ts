import { describe, expect, it } from "vitest";
import type { Proposal } from "../actions.ts";
import { keyOfAsked } from "./asked.ts";
import { countRows, hasVolume, toDraftValues } from "./draft-values.ts";
import { amountTaken, countMarks, countTaken, endTaken, listMarks, openAsks, rangeTaken } from "./marks.ts";
import { placesOf, takeProposal, withUsual } from "./take-proposal.ts";

const text = "求购碳酸锂 100 吨，D50 不高于 5 µm，温度 25 °C，D50 1 µm";
const at = (source: string, from = 0) => {
  const start = text.indexOf(source, from);
  return { span: { start, end: start + source.length }, source };
};
const found: Proposal = {
  language: "zh",
  kind: null,
  concepts: [{ value: "li2co3-batt", ...at("碳酸锂"), alternatives: [], describes: false, aside: false }],
  figures: [
    { value: { attribute: "d50", op: "<=", value: "5", unit: "µm", hard: true }, ...at("不高于 5 µm") },
    { value: { attribute: "d50", op: "=", value: "1", unit: "µm", hard: false }, ...at("1 µm", 30) },
  ],
  volume: { value: { amount: "100", unit: "t" }, ...at("100 吨") },
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
  asked: [
    {
      value: { op: "=", value: "25", unit: "°C", about: "温度" },
      ...at("25 °C"),
      quoted: { words: "温度 25 °C" },
      answers: [],
      isTerm: false,
      isPack: false,
      seek: "",
      isAside: false,
    },
  ],
};
const blank = toDraftValues({ description: text }, {}, 180);
const nothing: ReadonlySet<string> = new Set();

describe("marks of a text", () => {
  it("[PO16] before anything is taken every piece is open, and a question asks", () => {
    const kinds = listMarks(found, blank, nothing).map(({ kind }) => kind);
    expect(kinds).toEqual(["open", "open", "open", "ask", "open"]);
  });

  it("[PO16] what is taken is marked with its row or field, in the order of the text", () => {
    const taken = takeProposal(blank, found);
    expect(listMarks(found, taken, nothing).map(({ kind, row, field }) => row ?? field ?? kind)).toEqual([
      "concept",
      "volume",
      0,
      "ask",
      1,
    ]);
    expect(placesOf(found.figures, taken.figures, [])).toEqual([0, 1]);
    // Taking it twice adds nothing.
    expect(takeProposal(taken, found)).toEqual(taken);
  });

  it("[PO16] what somebody chose stays when a text is taken", () => {
    const chosen = {
      ...blank,
      concept: "lfp",
      volume: { amount: "7", unit: "kg", from: "", to: "", schedule: [] },
    };
    const taken = takeProposal(chosen, found);
    expect([taken.concept, taken.volume.amount]).toEqual(["lfp", "7"]);
  });

  it("[PO16] a question is over once a row, a condition or its author answers it", () => {
    const taken = takeProposal(blank, found);
    const [asked] = openAsks(found, taken, nothing);
    if (!asked) throw new Error("nothing is asked");
    expect(openAsks(found, taken, new Set([keyOfAsked(asked, found)]))).toEqual([]);
    const [first, ...rest] = taken.figures;
    if (!first) throw new Error("nothing was taken");
    const withCondition = { ...taken, figures: [{ ...first, condition: "25 °C" }, ...rest] };
    expect(openAsks(found, withCondition, nothing)).toEqual([]);
    const withRow = {
      ...taken,
      figures: [...taken.figures, { ...first, attribute: "temp_min", value: "25", unit: "°C" }],
    };
    expect(openAsks(found, withRow, nothing)).toEqual([]);
  });

  it("[PO16] a payment or a package is no question, a price and a stage are answered by their fields", () => {
    const [asked] = found.asked;
    if (!asked) throw new Error("nothing is asked");
    const openOf = (one: typeof asked, values = blank) =>
      openAsks({ ...found, asked: [one] }, values, nothing).length;
    const aside = { ...asked, isAside: true };
    expect(openOf(aside)).toBe(0);
    expect(listMarks({ ...found, asked: [aside] }, blank, nothing).some(({ kind }) => kind === "ask")).toBe(
      false,
    );
    const price = {
      ...asked,
      source: "9.8 USD/kg",
      value: { op: "=" as const, value: "9.8", unit: "USD/kg" },
    };
    expect([openOf(price), openOf(price, { ...blank, price: "9.8 USD/kg CIF" })]).toEqual([1, 0]);
    const fills = { field: "maturity", value: "pilot" } as const;
    const stage = { ...asked, value: { value: "", unit: "", fills } };
    expect([openOf(stage), openOf(stage, { ...blank, maturity: "pilot" })]).toEqual([1, 0]);
  });

  it("[PO16] a time without its amount waits for a press, and a range of which one end is taken is told", () => {
    const window = { value: { from: "2027-04-01", to: "2027-07-31" }, ...at("100 吨") };
    const timed = { ...found, volume: null, window };
    expect(takeProposal(blank, timed).volume.from).toBe("");
    expect(takeProposal(blank, timed, true).volume).toMatchObject({ amount: "", ...window.value });
    const volume = { value: { amount: "200", unit: "t/month" }, ...at("100 吨"), source: "150-200 mt/month" };
    const taken = { ...blank.volume, amount: "200", unit: "t/month" };
    expect(rangeTaken({ ...found, volume }, taken, "need")).toBe("150-200 mt/month");
    expect(rangeTaken({ ...found, volume }, { ...taken, amount: "150" }, "need")).toBeNull();
    expect(rangeTaken(found, { ...taken, amount: "100", unit: "t" }, "need")).toBeNull();
  });

  it("[PO16] what goes without saying is proposed, and what is known stays", () => {
    expect(withUsual(blank, "project").maturity).toBe("research");
    expect(withUsual({ ...blank, trl: "6" }, "project").maturity).toBe("");
    expect(withUsual({ ...blank, maturity: "verification" }, "project").maturity).toBe("verification");
    const lot = { ...blank, cooperation: ["supply"], volume: { ...blank.volume, amount: "5", unit: "t" } };
    expect(withUsual(lot, "capability").maturity).toBe("bulk");
    expect(withUsual(blank, "capability").maturity).toBe("");
    expect(withUsual(lot, "need").maturity).toBe("");
    const silent = { ...lot, cooperation: [] };
    expect(withUsual(silent, "need").cooperation).toEqual(["supply"]);
    expect(withUsual({ ...silent, cooperation: ["toll"] }, "capability").maturity).toBe("");
    expect(withUsual(blank, "need").cooperation).toEqual([]);
  });

  it("[PO16] an amount that the text says with a round word stands as a figure, and its row says so", () => {
    const volume = {
      value: { amount: "40", unit: "t/month" },
      ...at("100 吨"),
      source: "about 40 t per month",
      isRound: true as const,
    };
    const taken = { ...blank.volume, amount: "40", unit: "t/month" };
    expect(amountTaken({ ...found, volume }, taken, "need")).toEqual({
      words: "about 40 t per month",
      as: "about",
    });
    expect(amountTaken({ ...found, volume }, { ...taken, amount: "50" }, "need")).toBeNull();
    const { isRound: _round, ...exact } = volume;
    expect(amountTaken({ ...found, volume: exact }, taken, "need")).toBeNull();
    const range = { ...volume, value: { amount: "200", unit: "t/month" }, source: "150-200 t/month" };
    expect(amountTaken({ ...found, volume: range }, { ...taken, amount: "200" }, "need")?.as).toBe("range");
  });

  it("[PO16] of a range an offer takes its lower end as its promise, a need the upper one", () => {
    const [asked] = found.asked;
    if (!asked) throw new Error("nothing is asked");
    const range = {
      ...asked,
      source: "200-300 t",
      value: { op: "range" as const, value: "200", high: "300", unit: "t" },
    };
    expect([endTaken(range.value, "capability"), endTaken(range.value, "need")]).toEqual(["200", "300"]);
    const volume = { ...blank.volume, amount: "200", unit: "t" };
    const open = { ...found, volume: null, asked: [range] };
    expect(openAsks(open, { ...blank, volume }, nothing)).toEqual([]);
    expect([rangeTaken(open, volume, "capability"), rangeTaken(open, volume, "need")]).toEqual([
      "200-300 t",
      null,
    ]);
  });

  it("[PO31] lots are a schedule or stay in the text whole, a day to bid by sets the validity, and neither is asked", () => {
    const { span } = at("25 °C");
    const rows = [
      { period: "2027-03", amount: "5" },
      { period: "2027-04", amount: "20" },
    ];
    const told = {
      ...found,
      lots: { rows, unit: "t", spans: [span] },
      deadline: { day: "2027-03-20", days: 109, span },
    };
    const taken = takeProposal(blank, told);
    expect(taken.volume).toMatchObject({ amount: "", unit: "t", schedule: rows });
    expect(taken.validDays).toBe("109");
    expect(takeProposal({ ...blank, validDays: "30" }, told).validDays).toBe("30");
    expect(openAsks(told, taken, nothing)).toEqual([]);
    const left = { ...told, budget: null, deadline: null, lots: { ...told.lots, rows: null } };
    expect(takeProposal(blank, left).volume).toEqual(blank.volume);
    const kindsAt = (proposal: typeof told | typeof left, values: typeof blank) =>
      listMarks(proposal, values, nothing)
        .filter(({ start }) => start === span.start)
        .map(({ kind }) => kind);
    expect([kindsAt(told, taken), kindsAt(left, blank)]).toEqual([["field"], ["left"]]);
    const paper = { ...found, asked: [], papers: [{ ...span, isRead: true }] };
    const licence = { value: "licence" as const, span, source: "25 °C" };
    const named = (proposal: typeof found) =>
      takeProposal(blank, { ...proposal, cooperation: [licence] }).cooperation;
    expect([named(found), named(paper)]).toEqual([["licence"], []]);
    expect(listMarks(paper, blank, nothing).filter(({ kind }) => kind === "paper")).toHaveLength(1);
  });

  it("[PO16] a clause with a number of which nothing was read is in the text only, one that a condition holds is of its row", () => {
    const more = `${text}，须提供检测报告2份，按3个月交货，顺祝商祺。`;
    const taken = { ...takeProposal(blank, found), description: more };
    const leftOf = (values: typeof taken) =>
      listMarks(found, values, nothing)
        .filter(({ kind, ask }) => kind === "left" && ask === undefined)
        .map(({ start, end }) => more.slice(start, end));
    expect(leftOf(taken)).toEqual(["须提供检测报告2份", "按3个月交货"]);
    const listed = `${text}\n1. 须提供检测报告2份`;
    expect(listMarks(found, { ...taken, description: listed }, nothing).at(-1)?.start).toBe(
      listed.indexOf("须"),
    );
    const figures = taken.figures.map((row) => ({ ...row, condition: "按3个月交货" }));
    expect(leftOf({ ...taken, figures })).toEqual(["须提供检测报告2份"]);
  });

  it("[PO16] pieces in the form are counted as the text shows them; rows are those of the table", () => {
    const taken = takeProposal(blank, found);
    expect([countTaken(found, blank), countTaken(found, taken)]).toEqual([0, 4]);
    expect(countMarks(listMarks(found, blank, nothing)).open).toBe(4);
    expect([countRows(blank, null), countRows(blank, "volume"), countRows(taken, null)]).toEqual([0, 1, 3]);
    const dated = { ...blank, volume: { ...blank.volume, to: "2027-06-30" } };
    expect([hasVolume(dated, null), countRows(dated, null), countRows(dated, "volume")]).toEqual([
      true,
      1,
      1,
    ]);
  });
});
