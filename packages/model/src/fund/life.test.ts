import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callCriteria, checkValues, registers, researchClasses } from "../register/index.ts";
import {
  askCheck,
  askEarly,
  brokenYears,
  closingInstant,
  conflictsOf,
  continuityOf,
  endStage,
  figureOfReview,
  judgeEligibility,
  lackOfApplication,
  loadRemoved,
  meanSlip,
  moveStage,
  type PlanEvent,
  payFor,
  phaseOfCall,
  planByYear,
  planOf,
  planStages,
  rankPanel,
  reviewerEffects,
  slipOf,
  toOutputKey,
  weightsOf,
} from "./life/index.ts";

describe("a call", () => {
  const call = { state: "published", opensOn: "2026-03-01", closesOn: "2026-03-31" };
  it("[FU11] [FU12] is forecast, open and closed by its days, to the millisecond", () => {
    const at = (text: string) => phaseOfCall(call, new Date(text));
    expect(at("2026-02-28T15:59:59.999Z")).toBe("forecast");
    expect(at("2026-02-28T16:00:00.000Z")).toBe("open");
    expect(at("2026-03-31T15:59:59.999Z")).toBe("open");
    expect(at("2026-03-31T16:00:00.000Z")).toBe("closed");
    expect(closingInstant("2026-03-31").toISOString()).toBe("2026-03-31T16:00:00.000Z");
    for (const state of ["decided", "archived", "cancelled"] as const)
      expect(phaseOfCall({ ...call, state }, new Date())).toBe(state);
    expect(phaseOfCall({ ...call, state: "in_review" }, new Date())).toBe("draft");
  });

  it("[FU10] has three criteria by class, and weights that are 100", () => {
    for (const of of researchClasses) expect(new Set(callCriteria[of]).size).toBe(3);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 98 }), fc.integer({ min: 1, max: 98 }), (one, two) => {
        const faults = checkValues(registers.fundCall as never, { weightFirst: one, weightSecond: two });
        if (one + two < 100) {
          expect(faults).toEqual([]);
          expect(weightsOf(one, two).reduce((sum, part) => sum + part, 0)).toBe(100);
          expect(Math.min(...weightsOf(one, two))).toBeGreaterThan(0);
        } else
          expect(faults).toEqual([
            { field: "weightSecond", rule: "implausible", params: { min: 1, max: 99 - one } },
          ]);
      }),
    );
  });

  it("[FU11] starts from a weak link or says why not, and its days are in order", () => {
    const check = (values: object) =>
      checkValues(
        registers.fundCall as never,
        {
          title: { zh: "甲", en: "A" },
          weakLink: null,
          exception: null,
          ...values,
        } as never,
      ).map(({ field }) => field);
    expect(check({})).toEqual(["weakLink"]);
    expect(check({ exception: "A law asks for it." })).toEqual([]);
    expect(check({ exception: "x", opensOn: "2026-02-01", closesOn: "2026-01-31" })).toEqual(["closesOn"]);
    expect(check({ exception: "x", closesOn: "2026-02-01", decideBy: "2026-01-31" })).toEqual(["decideBy"]);
    const amount = (value: string) => ({ value });
    expect(check({ exception: "x", smallest: amount("5"), largest: amount("4") })).toEqual(["largest"]);
  });
});

describe("an application", () => {
  const good = {
    leadKind: "enterprise",
    leads: ["enterprise"],
    asked: 100,
    smallest: 50,
    largest: 100,
    months: 60,
    open: 0,
    shares: [60, 40],
    entries: 0,
  };
  it("[FU13] is judged by the rules of a day, and every broken rule has its code", () => {
    const codes = (given: object) => judgeEligibility({ ...good, ...given }, "2026-11-01").codes;
    expect(judgeEligibility(good, "2026-11-01")).toEqual({ rules: "fund-eligibility-2026", codes: [] });
    expect(codes({ leadKind: "regulator" })).toEqual(["lead"]);
    expect(codes({ asked: 49.99 })).toEqual(["amount"]);
    expect(codes({ asked: 100.01 })).toEqual(["amount"]);
    expect(codes({ asked: 0, smallest: null, largest: null })).toEqual(["amount"]);
    expect(codes({ months: 61, open: 1, shares: [60, 39.9], entries: 1 })).toEqual([
      "months",
      "partners",
      "shares",
      "single",
    ]);
    expect(() => judgeEligibility(good, "2025-12-31")).toThrow("UNAVAILABLE");
  });

  it("[FU12] says what it lacks", () => {
    const texts = { title: "a", abstract: "b", body: " ", leader: "c" };
    expect(lackOfApplication({ ...texts, asked: null, months: 3 })).toEqual(["body", "asked"]);
    expect(lackOfApplication({ ...texts, body: "d", asked: 1, months: 3 })).toEqual([]);
  });
});

describe("conflicts", () => {
  const reviewer = { name: "Li Hua", organizations: ["a"], groups: ["g"], papers: [], declared: [] };
  const team = { organizations: ["b"], groups: ["h"], people: ["Wang Min"] };
  const of = (given: object, past: Parameters<typeof conflictsOf>[2] = [], other: object = {}) =>
    conflictsOf({ ...reviewer, ...given }, { ...team, ...other }, past, "2026-11-01");

  it("[FU14] are of unit, group, papers of three years, applications of five, and what is declared", () => {
    expect(of({})).toEqual([]);
    expect(of({}, [], { organizations: ["a", "b"] })).toEqual(["unit"]);
    expect(of({}, [], { people: ["LI, Hua"] })).toEqual(["unit"]);
    expect(of({}, [], { groups: ["g"] })).toEqual(["group"]);
    const paper = (publishedOn: string) => ({ papers: [{ authors: ["Wang  Min"], publishedOn }] });
    expect([of(paper("2023-11-01")), of(paper("2023-10-31"))]).toEqual([["coauthor"], []]);
    const past = (on: string) => [{ people: ["Li Hua", "Wang Min"], on }];
    expect([of({}, past("2021-11-01")), of({}, past("2021-10-31"))]).toEqual([["coapplicant"], []]);
    expect(of({}, [{ people: ["Li Hua", "Chen"], on: "2026-01-01" }])).toEqual([]);
    expect(of({ declared: ["wang min"] })).toEqual(["declared"]);
  });
});

describe("the panel", () => {
  const seed = 7;
  const review = (reviewer: string, figure: number, confidence = 3) => ({ reviewer, figure, confidence });

  it("[FU17] ranks by mean, with what a severe reviewer takes off added again", () => {
    const entries = [
      { id: "a", asked: 1, reviews: [review("hard", 2), review("kind", 4)] },
      { id: "b", asked: 1, reviews: [review("hard", 3), review("kind", 5)] },
      { id: "c", asked: 1, reviews: [review("kind", 4.2)] },
      { id: "d", asked: 1, reviews: [] },
    ];
    const lines = rankPanel(entries, 1, seed);
    expect(lines.map(({ id }) => id)).toEqual(["c", "b", "a", "d"]);
    const effects = reviewerEffects(entries);
    expect(effects.get("hard")).toBeCloseTo(-1, 6);
    expect(effects.get("kind")).toBeCloseTo(1, 6);
    expect(lines.find(({ id }) => id === "b")?.adjusted).toBeCloseTo(4, 6);
    expect(lines.find(({ id }) => id === "c")?.adjusted).toBeCloseTo(3.2, 6);
    expect(lines.at(-1)).toMatchObject({ mean: null, share: 0, isGrey: false });
    expect(rankPanel(entries, 1, seed)).toEqual(lines);
  });

  it("[FU17] a clear rank is not grey, a close one is", () => {
    const all = (id: string, ...figures: number[]) => ({
      id,
      asked: 1,
      reviews: figures.map((one, at) => review(`${id}${at}`, one)),
    });
    const lines = rankPanel([all("top", 5, 5, 5), all("one", 2, 4, 3), all("two", 4, 2, 3)], 2, seed);
    const grey = Object.fromEntries(lines.map(({ id, isGrey }) => [id, isGrey]));
    expect(grey).toEqual({ top: false, one: true, two: true });
  });

  it("[FU17] never pays for more than the budget", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.option(fc.integer({ min: 1, max: 5 }))), {
          maxLength: 12,
        }),
        fc.integer({ min: 0, max: 120 }),
        (given, budget) => {
          const lines = given.map(([asked, mean], at) => ({ id: `${at}`, asked, mean }));
          const paid = payFor(lines, budget);
          const sum = lines.reduce((all, { id, asked }) => all + (paid.includes(id) ? asked : 0), 0);
          expect(sum).toBeLessThanOrEqual(budget);
          for (const { id, mean } of lines) if (mean === null) expect(paid).not.toContain(id);
        },
      ),
    );
  });

  it("[FU16] a review is its scores by their weights", () => {
    expect(figureOfReview([5, 4, 3], [50, 30, 20])).toBeCloseTo(4.3, 9);
  });
});

describe("the semi-elastic plan", () => {
  const days = (of: "basic" | "applied", start: string, events: readonly PlanEvent[] = []) =>
    planOf(of, start, events).lines.map(({ now }) => now);
  const basic = { of: "basic" as const, start: "2026-09-01", events: [], today: "2027-01-01" };

  it("[FU19] EV1 and EV3: days by class from the start", () => {
    expect(days("basic", "2026-09-01")).toEqual(["2029-09-01", "2031-09-01", "2034-09-01"]);
    expect(days("applied", "2026-01-31")).toEqual(["2028-01-31", "2030-01-31", "2032-01-31"]);
  });

  it("[FU19] EV2: a free move of 11 months pushes the acceptance to the cap, and says why", () => {
    const moved = moveStage(basic, "mid_term", "2030-08-01", null);
    expect(moved).toMatchObject({
      isFree: true,
      pushed: [{ stage: "acceptance", now: "2032-02-01", why: "cap" }, {}],
    });
    if (!("event" in moved)) throw new Error("it was refused");
    const plan = planOf("basic", "2026-09-01", [moved.event]);
    expect(plan.lines.map(({ now, why }) => [now, why])).toEqual([
      ["2030-08-01", "moved"],
      ["2032-02-01", "cap"],
      ["2035-02-01", "followed"],
    ]);
    expect([plan.isFreeMoveLeft, plan.tokens]).toEqual([false, 2]);
  });

  it("[FU19] after the free move each costs a token and a reason; outside the window nothing moves", () => {
    const event = (stage: "mid_term" | "acceptance", to: string): PlanEvent => ({
      kind: "move",
      stage,
      to,
      reason: null,
    });
    const once = { ...basic, events: [event("mid_term", "2030-01-01")] };
    expect(moveStage(once, "acceptance", "2032-01-01", null)).toEqual({ refused: ["noReason"] });
    expect(moveStage(once, "acceptance", "2032-01-01", "equipment")).toMatchObject({ isFree: false });
    const spent = {
      ...once,
      events: [...once.events, event("acceptance", "2032-01-01"), event("acceptance", "2032-02-01")],
    };
    expect(moveStage(spent, "acceptance", "2032-03-01", "people")).toEqual({ refused: ["noTokens"] });
    expect(moveStage(basic, "mid_term", "2030-09-02", null)).toEqual({ refused: ["window"] });
    expect(moveStage(basic, "mid_term", "2029-02-28", null)).toEqual({ refused: ["window"] });
    expect(moveStage(basic, "mid_term", "2029-03-01", null)).toMatchObject({ isFree: true });
    expect(moveStage(basic, "acceptance", "2031-02-28", null)).toEqual({ refused: ["window", "cap"] });
  });

  it("[FU19] EV5 and EV6: the fund looks only on a named cause, which counts as no review", () => {
    const done: PlanEvent = {
      kind: "done",
      stage: "mid_term",
      to: "2029-09-01",
      verdict: "passed",
      negative: false,
    };
    const later = { ...basic, events: [done], today: "2030-07-01" };
    expect(askCheck(later, "2030-07-01", null)).toEqual({ refused: ["cap", "noCause"] });
    const granted = askCheck(later, "2030-07-01", "integrity");
    expect(granted).toMatchObject({ event: { kind: "check", cause: "integrity" }, pushed: [] });
  });

  it("[FU19] the leader asks early whenever the cap allows", () => {
    expect(askEarly(basic, "2027-06-01")).toMatchObject({ event: { kind: "early", stage: "mid_term" } });
    const done: PlanEvent = {
      kind: "done",
      stage: "mid_term",
      to: "2029-09-01",
      verdict: "passed",
      negative: false,
    };
    const later = { ...basic, events: [done], today: "2029-10-01" };
    expect(askEarly(later, "2031-02-28")).toEqual({ refused: ["cap"] });
    expect(askEarly(later, "2031-03-01")).toMatchObject({ event: { stage: "acceptance" } });
  });

  it("[FU19] an honest negative result never fails a basic project", () => {
    const end = (of: "basic" | "applied") => {
      const mid: PlanEvent = {
        kind: "done",
        stage: "mid_term",
        to: "2028-01-01",
        verdict: "passed",
        negative: false,
      };
      const given = { of, start: "2026-01-01", events: [mid], today: "2031-06-01" };
      return endStage(given, "acceptance", "2031-01-01", "failed", true);
    };
    expect(end("basic")).toEqual({ refused: ["negative"] });
    expect(end("applied")).toMatchObject({ event: { verdict: "failed" } });
  });

  it("[FU19] EV9: five years of 40 basic projects are 80 reviews and not 200", () => {
    const { reviews, before, removed } = loadRemoved(
      Array.from({ length: 40 }, () => "basic" as const),
      40,
      5,
    );
    expect([reviews, before]).toEqual([80, 200]);
    expect(removed).toBeCloseTo(0.6, 9);
  });

  it("[FU19] whatever is asked, reviews that are not held keep the cap and what was promised stands", () => {
    const day = fc
      .integer({ min: 0, max: 120 })
      .map((months) => `${2026 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`);
    const ask = fc.record({ stage: fc.constantFrom(...planStages), to: day, early: fc.boolean() });
    fc.assert(
      fc.property(fc.constantFrom(...researchClasses), fc.array(ask, { maxLength: 8 }), (of, asked) => {
        const events: PlanEvent[] = [];
        for (const { stage, to, early } of asked) {
          const given = { of, start: "2026-01-01", events, today: "2026-01-01" };
          const found = early ? askEarly(given, to) : moveStage(given, stage, to, "other");
          if ("event" in found) events.push(found.event);
        }
        const plan = planOf(of, "2026-01-01", events);
        expect(plan.lines.map(({ promised }) => promised)).toEqual(
          planOf(of, "2026-01-01", []).lines.map(({ now }) => now),
        );
        for (const [at, line] of plan.lines.entries()) {
          const before = plan.lines[at - 1];
          if (before) expect(monthsBetween(before.now, line.now)).toBeGreaterThanOrEqual(plan.cap);
        }
        expect(plan.tokens).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  const monthsBetween = (from: string, to: string) => {
    const [a = 0, b = 0] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
    return b - a;
  };
});

describe("money over years", () => {
  it("[FU20] is planned by month, with nothing lost", () => {
    expect([...planByYear(100, "2026-10-01", 12)]).toEqual([
      [2026, 25],
      [2027, 75],
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 72 }), (amount, months) => {
        expect(
          [...planByYear(amount, "2026-05-01", months).values()].reduce((sum, one) => sum + one, 0),
        ).toBe(amount);
      }),
    );
  });

  it("[FU20] continuity is 1 where no year falls below the mean, and years below 60 % are named", () => {
    expect(continuityOf([5, 5, 5])).toBe(1);
    expect(continuityOf([10, 10, 0])).toBeCloseTo(2 / 3, 9);
    expect([continuityOf([]), continuityOf([0, 0])]).toEqual([null, null]);
    expect(
      brokenYears(
        new Map([
          [2026, 10],
          [2027, 10],
          [2028, 4],
        ]),
      ),
    ).toEqual([2028]);
  });
});

describe("the work of a project", () => {
  it("[FU22] slip is counted from the first day, open work is never earlier than today", () => {
    const stone = { state: "planned" as const, baselineOn: "2026-09-01", dueOn: "2026-12-01", endedOn: null };
    expect(slipOf(stone, "2026-06-01")).toBe(91);
    expect(slipOf(stone, "2026-12-11")).toBe(101);
    expect(slipOf({ ...stone, state: "reached", endedOn: "2026-08-31" }, "2027-01-01")).toBe(-1);
    expect(slipOf({ ...stone, state: "dropped" }, "2027-01-01")).toBeNull();
    expect(meanSlip([stone, { ...stone, state: "reached", endedOn: "2026-09-01" }], "2026-06-01")).toBe(45.5);
    expect(meanSlip([], "2026-06-01")).toBeNull();
  });

  it("[FU23] one DOI is one output, however it is written", () => {
    for (const text of [" https://doi.org/10.1000/ABC ", "doi:10.1000/abc", "１０.1000/abc"])
      expect(toOutputKey(text)).toBe("10.1000/abc");
  });
});
