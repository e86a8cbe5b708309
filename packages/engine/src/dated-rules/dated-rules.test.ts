import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createUnits } from "../units/index.ts";
import {
  chooseSet,
  evaluate,
  evaluateOn,
  type Facts,
  isInForce,
  parseComparison,
  parseOperator,
  type RuleSet,
} from "./index.ts";

const units = createUnits([
  { id: "kg", dimension: "mass", factor: "1", zh: "千克", en: "kilogram", aliases: [] },
  { id: "t", dimension: "mass", factor: "1000", zh: "吨", en: "tonne", aliases: [] },
  { id: "h", dimension: "time", factor: "1", zh: "小时", en: "hour", aliases: [] },
]);

const set: RuleSet = {
  id: "s",
  title: "plant",
  from: "2025-01-01",
  to: "2026-01-01",
  rules: [
    { id: "yield", fact: "yield", operator: ">=", value: "0.9" },
    { id: "waste", fact: "waste", operator: "<", value: "2", unit: "t" },
    {
      id: "filter",
      fact: "filter",
      operator: "present",
      when: { fact: "burns", operator: "=", value: true },
    },
    {
      id: "route",
      anyOf: [
        { id: "wet", fact: "acid", operator: "<=", value: "5" },
        { id: "dry", fact: "kiln", operator: "in", value: ["rotary", "shaft"] },
      ],
    },
  ],
};
const good: Facts = {
  yield: "0.9",
  waste: { value: "1999", unit: "kg" },
  burns: false,
  acid: 5,
};
const on = "2025-06-30";
const judge = (facts: Facts) => evaluate(set, facts, on, { convert: units.convertUnit });
const verdicts = (facts: Facts) => judge(facts).rules.map(({ verdict }) => verdict);

describe("a rule set on a day", () => {
  it("[EN2] is met where every rule is met or does not apply; equality decides by the operator", () => {
    expect(judge(good).verdict).toBe("met");
    expect(verdicts(good)).toEqual(["met", "met", "not_applicable", "met"]);
    expect(verdicts({ ...good, waste: { value: 2, unit: "t" } })[1]).toBe("not_met");
  });

  it("[EN2] a missing fact is unknown, and one rule that is not met decides the set all the same", () => {
    expect(judge({ ...good, yield: undefined })).toMatchObject({ verdict: "incomplete" });
    expect(judge({ yield: "0.5" })).toMatchObject({ verdict: "not_met" });
    expect(judge({}).rules.map(({ missing }) => missing)).toEqual([
      ["yield"],
      ["waste"],
      ["burns"],
      ["acid", "kiln"],
    ]);
  });

  it("[EN2] a figure without the rule's unit, or with one that does not convert, is unknown and says why", () => {
    const reasonOf = (waste: Facts[string]) => judge({ ...good, waste }).rules[1]?.reason;
    expect(reasonOf(1999)).toBe("unit_missing");
    expect(reasonOf({ value: 3, unit: "h" })).toBe("unit_mismatch");
    expect(reasonOf({ value: "much", unit: "t" })).toBe("not_a_number");
  });

  it("[EN3] of alternatives one is enough, and an unknown one leaves the group open", () => {
    expect(verdicts({ ...good, acid: 9, kiln: "rotary" })[3]).toBe("met");
    expect(verdicts({ ...good, acid: 9 })[3]).toBe("unknown");
    expect(verdicts({ ...good, acid: 9, kiln: "open" })[3]).toBe("not_met");
  });

  it("[EN2] says which facts were asked, so that the decision can be replayed", () => {
    expect(judge(good).rules.map(({ factsUsed }) => factsUsed)).toEqual([
      ["yield"],
      ["waste"],
      ["burns"],
      ["acid", "kiln"],
    ]);
  });
});

describe("sets by date", () => {
  const draft: RuleSet = { ...set, id: "draft", from: null, to: null };
  const later: RuleSet = { ...set, id: "later", from: "2026-01-01", to: null };

  it("[EN1] hold from their first day to the day before their end; a draft binds nobody", () => {
    expect(isInForce(set, "2025-01-01")).toBe(true);
    expect(isInForce(set, "2026-01-01")).toBe(false);
    expect(chooseSet([draft, later, set], "2025-12-31")?.id).toBe("s");
    expect(chooseSet([draft, later, set], "2026-01-01")?.id).toBe("later");
    expect(chooseSet([draft], on)).toBeNull();
    expect(evaluate(draft, good, on)).toMatchObject({ verdict: "not_applicable", reason: "not_in_force" });
    expect(evaluate(draft, good, on, { asIf: true, convert: units.convertUnit }).verdict).toBe("met");
    expect(evaluateOn([draft], good, on)).toBeNull();
  });

  it("[EN1] of two that hold the younger one is chosen, and two of one day are refused", () => {
    const younger = { ...set, id: "younger", from: "2025-05-01" };
    expect(chooseSet([younger, set], on)?.id).toBe("younger");
    expect(() => chooseSet([{ ...set, id: "twin" }, set], on)).toThrow("INVALID_INPUT");
  });

  it("[EN1] on any day the choice is what a look at every day of every set gives", () => {
    const day = fc.integer({ min: 10, max: 39 }).map((at) => `2025-01-${at}`);
    const anySets = fc.uniqueArray(fc.tuple(day, fc.option(day)), {
      maxLength: 6,
      selector: ([from]) => from,
    });
    fc.assert(
      fc.property(anySets, day, (pairs, today) => {
        const sets = pairs.map(([from, to], at) => ({ id: `${at}`, from, to }));
        let best: string | null = null;
        let began = "";
        for (const { id, from, to } of sets)
          if (from <= today && (to === null || today < to) && from > began) [best, began] = [id, from];
        expect(chooseSet(sets, today)?.id ?? null).toBe(best);
      }),
    );
  });
});

describe("verdicts against a naive oracle", () => {
  const names = ["a", "b", "c"];
  const anyRule = fc.record({
    fact: fc.constantFrom(...names),
    operator: fc.constantFrom(">=" as const, ">" as const, "<=" as const, "<" as const, "=" as const),
    value: fc.integer({ min: 0, max: 3 }),
    when: fc.option(fc.constantFrom(...names)),
  });
  const anyFacts = fc.dictionary(fc.constantFrom(...names), fc.integer({ min: 0, max: 3 }));
  const holds = {
    ">=": (a: number, b: number) => a >= b,
    ">": (a: number, b: number) => a > b,
    "<=": (a: number, b: number) => a <= b,
    "<": (a: number, b: number) => a < b,
    "=": (a: number, b: number) => a === b,
  };

  it("[EN2] every rule and the set are judged alike", () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 5 }), anyFacts, (rules, facts) => {
        const oracle = rules.map(({ fact, operator, value, when }) => {
          const [gate, given] = [when === null ? 1 : facts[when], facts[fact]];
          if (gate === undefined) return "unknown";
          if (gate < 1) return "not_applicable";
          if (given === undefined) return "unknown";
          return holds[operator](given, value) ? "met" : "not_met";
        });
        const judged = evaluate(
          {
            ...set,
            rules: rules.map(({ when, ...rule }, at) => ({
              ...rule,
              id: `${at}`,
              ...(when !== null && { when: { fact: when, operator: ">=" as const, value: 1 } }),
            })),
          },
          facts,
          on,
        );
        expect(judged.rules.map(({ verdict }) => verdict)).toEqual(oracle);
        const expected = oracle.includes("not_met")
          ? "not_met"
          : oracle.includes("unknown")
            ? "incomplete"
            : "met";
        expect(judged.verdict).toBe(expected);
      }),
    );
  });

  it("[EN2] a fact more never takes a verdict back from met or not met, without conditions", () => {
    const plain = anyRule.map(({ when: _, ...rule }) => rule);
    fc.assert(
      fc.property(
        fc.array(plain, { minLength: 1, maxLength: 5 }),
        anyFacts,
        anyFacts,
        (rules, facts, more) => {
          const one: RuleSet = { ...set, rules: rules.map((rule, at) => ({ ...rule, id: `${at}` })) };
          const [less, all] = [evaluate(one, facts, on), evaluate(one, { ...more, ...facts }, on)];
          if (less.verdict !== "incomplete") expect(all.verdict).toBe(less.verdict);
        },
      ),
    );
  });
});

describe("comparison words", () => {
  it.each([
    ["不低于", ">="],
    ["低于", "<"],
    ["不超过", "<="],
    ["超过", ">"],
    ["不得高于", "<="],
    ["至少", ">="],
    ["以上", ">="],
    ["以下", "<="],
    ["不足", "<"],
    ["≥", ">="],
    ["at least", ">="],
    ["not less than", ">="],
    ["no more than", "<="],
    ["more than", ">"],
    ["below", "<"],
    ["等于", "="],
    ["回收", null],
    ["", null],
  ])("[EN4] %s is %s", (word, operator) => {
    expect(parseOperator(word)).toBe(operator);
  });

  it.each([
    ["不低于 98%", { operator: ">=", value: "98", unit: "%" }],
    ["低于1.5%", { operator: "<", value: "1.5", unit: "%" }],
    ["not more than 2,200 kgce/t", { operator: "<=", value: "2200", unit: "kgce/t" }],
    ["15个工作日以内", { operator: "<=", value: "15", unit: "个工作日" }],
    ["about 5", null],
    ["不低于", null],
  ])("[EN4] %s is read with its number", (text, expected) => {
    expect(parseComparison(text)).toEqual(expected);
  });
});
