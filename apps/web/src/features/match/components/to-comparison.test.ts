import type { Verdict } from "@lilink/model/matching";
import type { PostingKind } from "@lilink/model/posting";
import { describe, expect, it } from "vitest";
import { toComparison as compareIn, toStated } from "./to-comparison.ts";

const need = { attribute: "purity", op: ">=", value: "99.5", unit: "mass %", hard: true } as const;
const purity = (value: string | null, margin?: number): Verdict => ({
  attribute: "purity",
  verdict: value === null ? "unknown" : (margin ?? 0) < 0 ? "fail" : "pass",
  hard: true,
  need,
  ...(value === null ? {} : { offer: { ...need, value } }),
  ...(margin === undefined ? {} : { margin }),
});
const wish: Verdict = {
  attribute: "d50",
  verdict: "unknown",
  hard: false,
  need: { attribute: "d50", op: "<=", value: "5", unit: "µm", hard: false },
};
const match = (...verdicts: Verdict[]) => ({
  other: { kind: "capability" as const },
  result: { verdicts, reasons: [] },
});

type Pairs = Parameters<typeof compareIn>[1];
const said = () => () => ({ offer: "joint lab, licence", need: "licence" });
const toComparison = (kind: PostingKind, pairs: Pairs, locale: "en") => compareIn(kind, pairs, locale, said);

describe("matches side by side", () => {
  it("[MT72] have a row for each clause, hard ones first, and mark the largest reserve of those who meet it", () => {
    const rows = toComparison(
      "need",
      [match(wish, purity("99.7", 0.4)), match(purity("99.6", 0.2)), match(purity(null))],
      "en",
    );
    expect(rows.map(({ key, hard, own }) => [key, hard, own])).toEqual([
      ["purity-0", true, "≥ 99.5 mass %"],
      ["d50-0", false, "≤ 5 µm"],
    ]);
    expect(rows[0]?.cells.map((cell) => [cell?.verdict, cell?.text, cell?.best])).toEqual([
      ["pass", "≥ 99.7 mass %", true],
      ["pass", "≥ 99.6 mass %", false],
      ["unknown", null, false],
    ]);
    expect(rows[1]?.cells.map((cell) => cell?.verdict ?? null)).toEqual(["unknown", null, null]);
  });

  it("[MT72] mark nobody where all have the same, and none who misses it", () => {
    const same = toComparison("need", [match(purity("99.6", 0.2)), match(purity("99.6", 0.2))], "en");
    expect(same[0]).toMatchObject({ differs: false, cells: [{ best: false }, { best: false }] });
    const missed = toComparison("need", [match(purity("99.4", -0.2)), match(purity("99.3", -0.4))], "en");
    expect(missed[0]?.cells.map((cell) => cell?.best)).toEqual([false, false]);
  });

  it("[MT72] tell two clauses of one attribute apart, and show what the other side asks where one offers", () => {
    const rows = toComparison("need", [match(purity("99.6", 0.2), purity("99.6", 0.1))], "en");
    expect(rows.map(({ key }) => key)).toEqual(["purity-0", "purity-1"]);
    const asked = {
      other: { kind: "need" as const },
      result: { verdicts: [purity("99.6", 0.2)], reasons: [] },
    };
    const [row] = toComparison("capability", [asked], "en");
    expect([row?.own, row?.cells[0]?.text]).toEqual(["≥ 99.6 mass %", "≥ 99.5 mass %"]);
  });

  it("[MT72] say of a condition what is asked and what each offers, from either side", () => {
    const reasons = [{ code: "cooperation_pass" as const, params: {}, weight: 1 }];
    const pair = (kind: PostingKind) => ({ other: { kind }, result: { verdicts: [], reasons } });
    const [asking] = toComparison("need", [pair("capability")], "en");
    expect([asking?.own, asking?.cells]).toEqual([
      "licence",
      [{ verdict: "pass", text: "joint lab, licence", otherBasis: false, best: false, isNear: false }],
    ]);
    const [offering] = toComparison("capability", [pair("need")], "en");
    expect([offering?.own, offering?.cells[0]?.text]).toEqual(["joint lab, licence", "licence"]);
  });

  it("[MT72] show what the others state beyond the clauses, and leave out what is a clause", () => {
    const rows = toComparison("need", [match(purity("99.6", 0.2)), match(purity(null))], "en");
    const moisture = { attribute: "moisture", op: "<=", value: "500", unit: "ppm", hard: true } as const;
    expect(toStated(rows, [[need, moisture], []], "en")).toEqual([
      { attribute: "moisture", name: "moisture", cells: ["≤ 500 ppm", null] },
    ]);
  });
});
