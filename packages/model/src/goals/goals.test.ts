import { describe, expect, it } from "vitest";
import { editorNoteKinds, editorNotes, findConcept, linkIds, listEditorNotes } from "../chain/index.ts";
import { findDirectoryEntry } from "../organization/index.ts";
import {
  baselineConfidences,
  crossChecks,
  derivedFacts,
  factConfidences,
  findGoal,
  findIndicator,
  goalCard,
  goalDirections,
  goals,
  horizonState,
  indicators,
  isBibliographic,
  listCrossChecks,
  listPrintedFacts,
  overarchingGoals,
  seedFacts,
  sheetWords,
  targetOperators,
} from "./index.ts";

const linkFacts = () =>
  (["chain", "resource", "smelting", "materials", "recycling"] as const).flatMap((link) =>
    listPrintedFacts({ link: link as never }),
  );

describe("cross-checks", () => {
  it("[GO13] every printed figure has its words in both languages and stands where it is about something", () => {
    const everywhere = linkFacts();
    expect(new Set(everywhere.map(({ id }) => id)).size).toBe(
      seedFacts.filter((fact) => !isBibliographic(fact)).length,
    );
    expect(seedFacts.filter(isBibliographic).map(({ id }) => id)).toEqual([
      "SF-075",
      "SF-076",
      "SF-077",
      "SF-078",
    ]);
    for (const { words, editorsNote, note } of everywhere) {
      expect(words.zh).toMatch(/\p{Script=Han}/u);
      if (note) expect(editorsNote?.zh).toMatch(/\p{Script=Han}|CR2/u);
    }
    const known = new Set(goals.map(({ id }) => id));
    const placed = goals.flatMap(({ id }) => listPrintedFacts({ goal: id }));
    expect(known.size).toBe(35);
    expect(placed.length).toBeGreaterThan(50);
    expect(listPrintedFacts({ concept: "ni98" }).map(({ id }) => id)).toEqual(["SF-046"]);
    expect(listPrintedFacts({ firm: "ORG-22" }).map(({ id }) => id)).toEqual(["SF-053"]);
    expect(listPrintedFacts({ goal: "G25-17" }).find(({ id }) => id === "SF-069")?.since?.other.en).toContain(
      "7.6",
    );
  });

  it("[GO9] name a figure of the paper, indicators that exist, and both sides in both languages", () => {
    for (const check of crossChecks) {
      expect(seedFacts.some(({ id }) => id === check.fact)).toBe(true);
      for (const id of check.indicators) expect(findIndicator(id), id).not.toBeNull();
      for (const words of [check.printed, check.other, check.source])
        expect(words.zh.length > 0 && /^[\p{ASCII}–]+$/u.test(words.en)).toBe(true);
    }
  });

  it("[GO9] are on the indicator and on each goal that it measures", () => {
    const facts = (checks: readonly { fact: string }[]) => checks.map(({ fact }) => fact);
    expect(facts(listCrossChecks(["REC-01"]))).toEqual(["SF-069"]);
    expect(facts(goalCard("G25-17").crossChecks)).toEqual(["SF-069"]);
    expect(facts(goalCard("G25-02").crossChecks)).toEqual(["SF-018", "SF-019", "SF-021", "SF-020"]);
    expect(goalCard("G25-16").crossChecks).toEqual([]);
  });
});

describe("definition sheets", () => {
  const shapeOf = (words: object) =>
    Object.entries(words).map(
      ([key, value]) => `${key} ${Array.isArray(value) ? value.length : value === null}`,
    );

  it("[GO8] are read in Chinese whole: field by field, item by item, each with words, and marked as translated", () => {
    for (const indicator of indicators) {
      const { origin, ...zh } = indicator.zh;
      const {
        id,
        link,
        name,
        better,
        confidence,
        baseline,
        validRange,
        thresholds,
        zh: _zh,
        ...en
      } = indicator;
      expect(origin).toBe("translation");
      expect(shapeOf(zh).sort(), id).toEqual(shapeOf(en).sort());
      expect(sheetWords(indicator, "zh").aggregation).toMatch(/\p{Script=Han}/u);
      expect(sheetWords(indicator, "en").formula).toBe(indicator.formula);
      for (const text of Object.values(zh).flat())
        expect(text?.replace(/https?:[^\s（）]+/g, "") ?? "", id).not.toMatch(/[a-z]{4,}(?! ?_)/);
    }
  });

  it("[GO8] keep their numbers with a decimal point in translation", () => {
    const decimals = (words: object) =>
      JSON.stringify(words)
        .replace(/https?:[^\s"（）]+/g, "")
        .match(/\b[1-9]\d*\.\d+/g) ?? [];
    for (const { id, zh, formula, qualityChecks } of indicators)
      for (const found of decimals({ formula, qualityChecks }))
        expect(JSON.stringify(zh), `${id} ${found}`).toContain(found);
  });
});

describe("goals", () => {
  it("[GO1] hold 18 for 2025, 17 for 2035 and 9 over all, in both languages", () => {
    const count = (horizon: number) => goals.filter((goal) => goal.horizon === horizon).length;
    expect([count(2025), count(2035), overarchingGoals.length]).toEqual([18, 17, 9]);
    expect(new Set(goals.map((goal) => goal.id)).size).toBe(35);
    for (const goal of [...goals, ...overarchingGoals]) {
      expect(goal.statement.zh).toMatch(/\p{Script=Han}/u);
      expect(goal.statement.en).toMatch(/^[\p{ASCII}–]+$/u);
    }
  });

  it("[GO1] every goal names indicators that exist and words of the vocabulary", () => {
    for (const goal of goals) {
      for (const id of [goal.indicator, ...goal.furtherIndicators])
        expect(findIndicator(id), id).not.toBeNull();
      expect(linkIds).toContain(goal.link);
      expect(goalDirections).toContain(goal.direction);
      for (const target of [goal.target, goal.proposal])
        if (target) expect(targetOperators).toContain(target.operator);
      if (goal.baseline) expect(baselineConfidences).toContain(goal.baseline.confidence);
    }
  });

  it("[GO2] 2025 is closed and 2035 is running", () => {
    expect([horizonState(2025), horizonState(2035)]).toEqual(["closed", "running"]);
  });

  it("[GO3] four targets are the paper's, all others are marked proposals", () => {
    const printed = goals.filter((goal) => goal.target).map((goal) => goal.id);
    expect(printed).toEqual(["G25-12", "G25-17", "G25-18", "G35-10"]);
    for (const goal of goals) {
      expect(goalCard(goal.id).target?.origin).toBe(printed.includes(goal.id) ? "seed" : "proposal");
      expect(goal.target === null || goal.proposal === null).toBe(true);
    }
  });

  it("[GO3] a card shows the baseline as printed, with the second figure beside it and the editor's note", () => {
    expect(goalCard("G25-12")).toMatchObject({
      state: "closed",
      indicator: { id: "MAT-01" },
      target: { operator: ">", value: 40 },
      goal: {
        baseline: {
          value: 25,
          period: "2022",
          confidence: "seed",
          alternative: { value: 23, period: "2020" },
        },
      },
      editorNotes: [{ id: "EN-03" }],
    });
    expect(goalCard("G25-01").goal.baseline).toBeNull();
    expect(() => goalCard("G99-01")).toThrow("NOT_FOUND");
    expect(findGoal("G99-01")).toBeNull();
  });

  it("[GO4] 55 sheets, 79 facts, 14 derived numbers and 6 cross-checks keep their confidence", () => {
    expect([indicators, seedFacts, derivedFacts, crossChecks].map((table) => table.length)).toEqual([
      55, 79, 14, 6,
    ]);
    for (const indicator of indicators) {
      expect(indicator.confidence).toBe("proposal");
      expect(
        indicator.name.zh && indicator.name.en && indicator.formula && indicator.disclosure,
      ).toBeTruthy();
    }
    const ids = new Set(seedFacts.map((fact) => fact.id));
    for (const fact of seedFacts) expect(factConfidences).toContain(fact.confidence);
    for (const fact of derivedFacts) for (const input of fact.inputs) expect(ids).toContain(input);
    expect(seedFacts.filter((fact) => fact.confidence === "garbled")).toHaveLength(6);
    expect(seedFacts.find((fact) => fact.id === "SF-017")?.printedAs).toBe("18.6%");
  });
});

describe("editor's notes", () => {
  it("[CH10] are in both languages, of a kind, and at places that exist", () => {
    const facts = new Set([...seedFacts, ...derivedFacts].map((fact) => fact.id));
    const exists = {
      goal: (id: string) => findGoal(id) !== null,
      indicator: (id: string) => findIndicator(id) !== null,
      concept: (id: string) => findConcept(id) !== null,
      fact: (id: string) => facts.has(id),
      organization: (id: string) => findDirectoryEntry(id) !== null,
    };
    for (const note of editorNotes) {
      expect(editorNoteKinds).toContain(note.kind);
      expect(note.zh && note.en && note.printed).toBeTruthy();
      expect(note.places.length).toBeGreaterThan(0);
      for (const place of note.places)
        expect(exists[place.kind](place.id), `${note.id} ${place.id}`).toBe(true);
    }
  });

  it("[CH10] name every known problem of the paper, and every unsafe fact", () => {
    expect(editorNotes.map((note) => note.id)).toHaveLength(16);
    for (const fact of seedFacts)
      if (fact.confidence !== "seed") expect(listEditorNotes("fact", fact.id), fact.id).not.toEqual([]);
    expect(listEditorNotes("indicator", "MAT-01").map((note) => note.id)).toEqual(["EN-02", "EN-03"]);
  });
});
