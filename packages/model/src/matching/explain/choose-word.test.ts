import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure, MatchDocument } from "../document.ts";
import { judgePair } from "../score/judge-pair.ts";
import { chooseWord, countClauses, matchWords, whyDistant, whyPossible } from "./choose-word.ts";

const need: MatchDocument = {
  id: "n",
  kind: "need",
  concepts: ["li2co3-batt"],
  title: "电池级碳酸锂",
  body: "长期供应,逐批检测。",
  lang: "zh",
  figures: [],
};
const limits = [
  ["purity", ">=", "99.5", "mass %", "99.6"],
  ["magnetic", "<=", "100", "ppb", "80"],
  ["water", "<=", "0.2", "mass %", "0.1"],
] as const;
const asked = limits.map(
  ([attribute, op, value, unit]): Figure => ({ attribute, op, value, unit, hard: true }),
);
const given = limits.map(
  ([attribute, , , unit, value]): Figure => ({ attribute, op: "=", value, unit, hard: true }),
);
const judge = (offer: Partial<MatchDocument>, wanted: Partial<MatchDocument> = { figures: asked }) => {
  const own = { ...need, ...wanted };
  return judgePair(own, { ...need, id: "c", kind: "capability", ...offer }, own);
};

describe("[MT70] the word for a pair", () => {
  it("is strong where a direct tie meets every hard figure", () => {
    expect(chooseWord(judge({ figures: given }))).toBe("strong");
  });

  it("is possible for recycled carbonate that meets every hard figure, however low it scores", () => {
    const recycled = judge({ concepts: ["recycled-li2co3"], title: "再生碳酸锂", figures: given });
    expect(recycled.score).toBeLessThan(0.2);
    expect(chooseWord(recycled)).toBe("possible");
    const open = judge({ concepts: ["recycled-li2co3"], title: "再生碳酸锂", figures: given.slice(0, 2) });
    expect(chooseWord(open)).toBe("ask");
  });

  it("asks what is open instead of hiding it: some open is possible, most open is worth asking", () => {
    expect(countClauses(judge({ figures: given.slice(0, 2) }))).toEqual({ met: 2, open: 1, broken: 0 });
    expect(chooseWord(judge({ figures: given.slice(0, 2) }))).toBe("possible");
    expect(chooseWord(judge({ figures: given.slice(0, 1) }))).toBe("ask");
    expect(chooseWord(judge({ figures: [] }))).toBe("ask");
  });

  it("is worth asking where one is narrowly missed or a condition fails, distant where one is missed widely", () => {
    const purity = (value: string): readonly Figure[] => [
      { attribute: "purity", op: "=", value, unit: "mass %", hard: true },
      ...given.slice(1),
    ];
    expect(chooseWord(judge({ figures: purity("99.4") }))).toBe("ask");
    expect(chooseWord(judge({ figures: purity("97") }))).toBe("distant");
    const sale = { figures: asked, cooperation: ["testing" as const] };
    expect(chooseWord(judge({ figures: given, cooperation: ["supply"] }, sale))).toBe("ask");
  });

  it("counts a schedule of which a part is covered as missed, and a derived requirement as derived", () => {
    const met = judge({ figures: given });
    const part = { code: "schedule_part", params: {}, weight: 0 } as const;
    const short = { ...met, reasons: [...met.reasons, part] };
    expect(countClauses(short)).toEqual({ met: 3, open: 0, broken: 1 });
    expect([chooseWord(met), chooseWord(short)]).toEqual(["strong", "ask"]);
    const volume = { amount: "500", unit: "t/a" };
    const derived = judge({ figures: given }, { figures: asked, volume, maturity: "bulk" }).verdicts;
    expect(derived.map(({ attribute, from }) => [attribute, from])).toEqual([
      ...asked.map(({ attribute }) => [attribute, undefined]),
      ["capacity_ta", "volume"],
      ["trl", "readiness"],
    ]);
  });

  it("is distant where nothing joins the two", () => {
    expect(chooseWord(judge({ concepts: ["soh-test"], title: "模组检测", body: "" }, { figures: [] }))).toBe(
      "distant",
    );
  });

  it("says what keeps a pair from being strong: what is open, a step, or little to compare", () => {
    const open = judge({ figures: given.slice(0, -1) });
    expect(whyPossible(open)).toEqual(["open"]);
    const full = judge({ figures: given });
    expect(whyPossible(full)).toEqual(["thin"]);
    expect(whyPossible({ ...full, relation: { ...full.relation, code: "input" } })).toEqual(["step"]);
    expect(whyPossible({ ...open, relation: { ...open.relation, code: "process" } })).toEqual([
      "open",
      "step",
    ]);
  });

  it("says why the lowest word stands: what is broken, what joins nothing, what says too little", () => {
    const broken = judge({
      figures: [{ attribute: "purity", op: "=", value: "97", unit: "mass %", hard: true }, ...given.slice(1)],
    });
    expect(whyDistant(broken)).toEqual(["broken"]);
    const apart = judge({ concepts: ["soh-test"], title: "模组检测", body: "" }, { figures: [] });
    expect(whyDistant(apart)).toEqual(["apart"]);
    expect(whyDistant(judge({ figures: [] }))).toEqual(["little"]);
    const level = judge({ figures: [] });
    const sibling = { ...level, relation: { ...level.relation, code: "sibling" as const } };
    expect(whyDistant(sibling)).toEqual(["kind", "little"]);
    const upstream = { ...sibling.relation, code: "near" as const, direction: "upstream" as const };
    expect(whyDistant({ ...sibling, relation: upstream })).toEqual(["place", "little"]);
  });

  it("never gets worse when an open figure is answered by one that meets it", () => {
    const concepts = fc.constantFrom(
      "li2co3-batt",
      "recycled-li2co3",
      "li2co3-tech",
      "lioh-batt",
      "soh-test",
    );
    const rankOf = (figures: readonly Figure[], concept: string) =>
      matchWords.indexOf(chooseWord(judge({ concepts: [concept], figures })));
    fc.assert(
      fc.property(concepts, fc.subarray([0, 1, 2]), fc.constantFrom(0, 1, 2), (concept, stated, more) => {
        const of = (ids: readonly number[]) => given.filter((_, at) => ids.includes(at));
        expect(rankOf(of([...stated, more]), concept)).toBeLessThanOrEqual(rankOf(of(stated), concept));
      }),
    );
  });
});
