import type { MatchResult, Reason, Verdict } from "@lilink/model/matching";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countVerdicts, listClauses } from "./components/clauses.ts";
import { placeVerdict, toPlace } from "./components/to-place.ts";
import {
  sortByWord,
  toFirst,
  toIntroductionHref,
  toMatchSection,
  toReasonBars,
  toReasonParams,
  toTermClauses,
  toVerdictRows,
  weightText,
} from "./view.ts";

const figure = (attribute: string, value: string, unit: string) =>
  ({ attribute, op: ">=", value, unit, hard: true }) as const;
const verdicts: readonly Verdict[] = [
  {
    attribute: "purity",
    verdict: "pass",
    hard: true,
    need: figure("purity", "99.5", "mass %"),
    offer: figure("purity", "99.6", "mass %"),
    margin: 0.2,
  },
  { attribute: "magnetic", verdict: "unknown", hard: true, need: figure("magnetic", "200", "ppb") },
  {
    attribute: "trl",
    verdict: "fail",
    hard: false,
    need: figure("trl", "9", "TRL"),
    offer: figure("trl", "8", "TRL"),
    margin: -0.111,
  },
];

describe("reasons as bars", () => {
  it("[MT9] add up to the sum that is shown, and the longest bar is whole", () => {
    const weights = fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(weights, (values) => {
        const reasons = values.map((weight): Reason => ({ code: "base", params: {}, weight }));
        const { bars, sum } = toReasonBars(reasons);
        expect(sum).toBeCloseTo(
          values.reduce((a, b) => a + b, 0),
          9,
        );
        for (const bar of bars) expect(bar.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("[IN9] says shared words in the reader's language, and keeps those that the trade has no name for", () => {
    const reason = { code: "text_shared", params: { terms: "磁性异物 · 包销" }, weight: 0.1 } as const;
    expect(toReasonParams(reason, [], "en").terms).toBe("magnetic impurities, 包销");
    expect(toReasonParams(reason, [], "zh-CN").terms).toBe("磁性异物、包销");
  });

  it("[MT9] name concepts, attributes and regions in the reader's language", () => {
    const params = { conceptNeed: "lioh-batt", attribute: "purity", region: "36", inclination: 40 };
    expect(toReasonParams({ code: "base", params, weight: 0 }, [], "zh-CN")).toEqual({
      conceptNeed: "电池级单水氢氧化锂",
      attribute: "纯度/主含量",
      region: "江西省",
      inclination: 40,
    });
    expect([weightText(1.24, "en"), weightText(-0.4, "en"), weightText(0.01, "en")]).toEqual([
      "+1.2",
      "−0.4",
      "0",
    ]);
  });

  it("a reason writes its figures as the table beside it does, never as unit codes", () => {
    const params = { attribute: "purity", need: "≥ 99.5 mass %", offer: "≥ 99.6 mass %" };
    const named = toReasonParams({ code: "figure_pass", params, weight: 0.4 }, verdicts, "zh-CN");
    const [row] = toVerdictRows(verdicts.slice(0, 1), "zh-CN");
    expect(row).toMatchObject({ need: named.need, offer: named.offer });
    expect(named.need).not.toContain("mass");
  });
});

describe("figures side by side", () => {
  it("[MT3] what fails comes first, then what is open; a missing figure has no margin", () => {
    const rows = toVerdictRows(verdicts, "en");
    expect(rows.map(({ attributeId }) => attributeId)).toEqual(["trl", "magnetic", "purity"]);
    expect(rows.map(({ margin }) => margin)).toEqual([
      { key: "short", percent: "11%", gap: "1 TRL" },
      null,
      { key: "reserve", percent: "20%", gap: "0.1 % points" },
    ]);
    expect(rows[1]?.offer).toBeNull();
    const reasons = [{ code: "certificate_pass", params: {}, weight: 1 } as const];
    expect(countVerdicts({ verdicts, reasons: [] })).toEqual({ pass: 1, fail: 1, near: 0, unknown: 1 });
    expect(countVerdicts({ verdicts, reasons })).toEqual({ pass: 2, fail: 1, near: 0, unknown: 1 });
    const kindred = [{ code: "cooperation_kindred", params: {}, weight: 1 } as const];
    expect(countVerdicts({ verdicts, reasons: kindred })).toEqual({ pass: 1, fail: 1, near: 1, unknown: 1 });
    const part = [{ code: "schedule_part", params: {}, weight: 1 } as const];
    expect(countVerdicts({ verdicts, reasons: part })).toEqual({ pass: 1, fail: 2, near: 0, unknown: 1 });
    const marks = listClauses({ verdicts, reasons: kindred }).map(({ verdict }) => verdict);
    expect(marks).toEqual(["fail", "unknown", "near", "pass"]);
  });

  it("[MT3] what is offered stands in the unit of what is asked, and as it is where the two do not convert", () => {
    const asked = { ...figure("moisture", "80000", "ppm"), op: "<=" } as const;
    const pair = (value: string, unit: string): Verdict => ({
      ...{ attribute: "moisture", verdict: "pass", hard: true, need: asked },
      offer: { ...figure("moisture", value, unit), op: "<=" },
    });
    const rows = toVerdictRows([pair("8", "mass %"), pair("8", "mg/L")], "en");
    expect(rows.map(({ offer }) => offer)).toEqual(["≤ 8%", "≤ 8 mg/L"]);
  });
});

describe("clauses beside the figures", () => {
  const reason = (code: Reason["code"]): Reason => ({ code, params: {}, weight: -1 });
  it("[MT70] are met, missed or open, and what differs but lies close is open", () => {
    const clauses = toTermClauses(
      (["base", "cooperation_kindred", "delivery_pass", "ip_partial", "place_fail"] as const).map(reason),
    );
    expect(clauses.map(({ term, verdict, isNear }) => [term, verdict, isNear])).toEqual([
      ["place", "fail", false],
      ["ip", "unknown", true],
      ["delivery", "pass", false],
      ["cooperation", "unknown", true],
    ]);
    expect(toTermClauses([reason("base"), reason("place_unknown")])).toMatchObject([{ verdict: "unknown" }]);
  });

  it("[MT70] the list begins with what is pinned, then the strongest word, then the better score", () => {
    const match = (score: number, breaksHard: boolean, mark: string | null = null) => ({
      mark,
      result: {
        score,
        breaksHard,
        nearMiss: breaksHard,
        verdicts: [],
        reasons: [],
        relation: { code: "same", distance: 0, direction: "level" },
      } as unknown as MatchResult,
    });
    const [strong, possible, better, ask, far] = [
      match(0.9, false),
      match(0.3, false),
      match(0.4, false),
      match(0.95, true),
      match(0.02, false, "pinned"),
    ];
    expect(sortByWord([ask, possible, strong, far, better])).toEqual([far, strong, better, possible, ask]);
    const of = (one: typeof strong, introduction: string | null = null, answerBy: Date | null = null) => ({
      ...one,
      introduction,
      answerBy,
    });
    // What is distant is not turned to first even where it is pinned, nor whom somebody asked already.
    expect(toFirst([of(ask), of(far), of(possible), of(strong, "i")])).toEqual(of(possible));
    expect(toFirst([of(far), of(ask, "i")])).toBeNull();
    // A list of one match needs no leader, unless it waits for an answer.
    expect(toFirst([of(possible)])).toBeNull();
    expect(toFirst([of(far, "i", new Date(2000))])).not.toBeNull();
    // Whoever waits for an answer comes before all whom one may ask, the soonest due first.
    const [late, soon] = [of(far, "i", new Date(2000)), of(ask, "j", new Date(1000))];
    expect(toFirst([of(strong), late, soon])).toEqual(soon);
  });
});

describe("how far it lies from the limit", () => {
  it("[MT17] is shown in the unit of the limit, a share in percentage points", () => {
    const [asked, given] = [figure("purity", "99.6", "%"), figure("purity", "99.5", "%")];
    const fails = { attribute: "purity", verdict: "fail", hard: true, margin: -0.25 } as const;
    const [row] = toVerdictRows([{ ...fails, need: asked, offer: given }], "zh-CN");
    expect(row?.margin).toEqual({ key: "short", percent: "25%", gap: "0.1个百分点" });
    const [open] = toVerdictRows([{ ...fails, need: asked, offer: { ...given, op: "about" } }], "zh-CN");
    expect(open?.margin?.gap).toBeNull();
  });
});

describe("the place in the chain", () => {
  const via = { own: "lioh-batt", other: "li2co3-tech", via: "causticisation" };
  it("[MT8] names the process between, and turns kinds round for who offers", () => {
    const input = { code: "input", distance: 1, direction: "upstream", ...via } as const;
    expect(toPlace(input, "demand", "en")).toMatchObject({ key: "viaProcess" });
    const narrower = { code: "narrower", distance: 1, direction: "level", other: "ncm811" } as const;
    expect(toPlace(narrower, "demand", "en").key).toBe("narrower");
    expect(toPlace(narrower, "offer", "en")).toEqual({
      key: "broader",
      params: { other: "NCM811", via: "" },
    });
  });
});

it("a question goes to the interest form with posting, own posting and attribute", () => {
  const asked = { attributes: ["magnetic", "price"], terms: ["transport"] } as const;
  expect(toIntroductionHref("own", "other", asked).query).toEqual({
    posting: "other",
    own: "own",
    attribute: ["magnetic", "price"],
    term: ["transport"],
  });
  expect(toIntroductionHref("own", "other").query).not.toHaveProperty("attribute");
});

it("[MT30] an address opens a section by its name, and the first of each by anything else", () => {
  expect(["matches", "nearMisses", "dismissed"].map(toMatchSection)).toEqual([
    "matches",
    "nearMisses",
    "dismissed",
  ]);
  for (const asked of [undefined, "", "all", ["matches", "dismissed"]])
    expect(toMatchSection(asked)).toBeUndefined();
});

it("[MT13] an amount that is spread over a year is read with four digits, a typed one as it was typed", () => {
  const amount = (value: string) =>
    ({ attribute: "capacity_ta", op: ">=", value, unit: "t/a", hard: false }) as const;
  const of = (need: string, offer: string) =>
    toVerdictRows(
      [
        {
          attribute: "capacity_ta",
          verdict: "fail",
          hard: false,
          from: "volume",
          need: amount(need),
          offer: amount(offer),
          margin: -0.16,
        },
      ],
      "en",
    )[0];
  expect(of("5972.73", "12345")).toMatchObject({ need: "≥ 5,973 t/a", offer: "≥ 12,345 t/a" });
  expect(of("5972.73", "5000")?.attribute).toBe("amount a year");
  expect(of("5972.73", "5000")?.margin?.gap).toBe("972.7 t/a");
  expect(of("0.123456", "123456.78")).toMatchObject({ need: "≥ 0.1235 t/a", offer: "≥ 123,457 t/a" });
});

it("[MT70] another kind than the one asked for gets no tick", () => {
  const of = (code: "same" | "narrower" | "sibling" | "alternative" | "broader" | "input" | "none") =>
    placeVerdict({ code });
  expect([of("same"), of("narrower"), of("input")]).toEqual(["pass", "pass", "pass"]);
  expect([of("sibling"), of("alternative"), of("broader")]).toEqual(["near", "near", "near"]);
  expect(of("none")).toBe("unknown");
});
