import { expect, it } from "vitest";
import { conceptOptions } from "./queries.ts";
import { digits, madeTitle, monthsOf, readNewAddress, standingOf, toIntroduceStep } from "./view.ts";

it("the address of a new posting chooses a kind and a concept, and garbage chooses nothing", () => {
  expect(readNewAddress({ kind: "capability", concept: "ncm811" })).toEqual({
    kind: "capability",
    concept: "ncm811",
  });
  expect(readNewAddress({ concept: "ncm811", other: "x" })).toEqual({ concept: "ncm811" });
  for (const query of [
    {},
    { kind: "sale", concept: "gold" },
    { kind: ["need"], concept: ["ncm811", "lfp"] },
    { concept: "constructor" },
  ]) {
    expect(readNewAddress(query)).toEqual({});
  }
});

it("a very small or large number is read as a power of ten with all its digits, and what is typed stays", () => {
  const read = ["0.000000001", "-0.0000000015", "1230000000000000000", "0.0005", "1200", "0", "1e", ""];
  expect(read.map((value) => digits(value, "en"))).toEqual([
    "1×10⁻⁹",
    "−1.5×10⁻⁹",
    "1.23×10¹⁸",
    "0.0005",
    "1,200",
    "0",
    "1e",
    "",
  ]);
});

it("[SE17] a title of the platform is made from concept and figures, in the language of the reader", () => {
  const figures = [{ attribute: "d50", op: "range", value: "3", high: "5", unit: "µm", hard: true } as const];
  expect(madeTitle("ncm811", figures, "en")).toBe("NCM811: median particle size D50 3–5 µm");
  expect(madeTitle("li2co3-batt", [], "en")).toBe("Battery-grade lithium carbonate");
  expect(madeTitle("li2co3-batt", [], "zh-CN")).toBe("电池级碳酸锂");
});

it("a posting offers an introduction to whoever may ask, and tells others what comes first", () => {
  const body = {
    publicId: "org00001",
    name: "Cathode",
    kind: "enterprise",
    status: "verified",
    role: "editor",
    verified: true,
    duties: [],
  } as const;
  const of = (change: object) => ({ organization: { ...body, ...change }, limited: null });
  expect(toIntroduceStep(null)).toBe("signInToIntroduce");
  expect(toIntroduceStep({ organization: null, limited: null })).toBe("alone");
  expect(toIntroduceStep(of({ status: "pending", verified: false }))).toBe("unverified");
  expect(toIntroduceStep(of({ role: "viewer" }))).toBe("reader");
  expect(toIntroduceStep(of({}))).toBe("introduce");
});

it("[PO16] a value that a project has reached is no wish; a need and an offer know no such thing", () => {
  const figure = { hard: false, condition: "we now reach" };
  expect(standingOf(figure, "project")).toBe("reached");
  expect(standingOf({ hard: false, condition: "目前达到" }, "project")).toBe("reached");
  expect(standingOf({ ...figure, condition: "25 °C" }, "project")).toBe("wish");
  expect(standingOf({ ...figure, hard: true }, "project")).toBe("hard");
  expect(standingOf(figure, "need")).toBe("wish");
  expect(standingOf(figure, "capability")).toBe("typical");
});

it("concepts to choose from name the salts before the step that precipitates them", () => {
  const found = conceptOptions("zh-CN").filter(({ keywords = [] }) =>
    keywords.some((word) => word.includes("碳酸锂")),
  );
  expect(found.map(({ value }) => value).indexOf("carbonate-precipitation")).toBe(found.length - 1);
});

it("the span of an amount is read by its months, whole years by their numbers", () => {
  const of = (from?: string, to?: string) => monthsOf({ amount: "1", unit: "t", from, to }, "en");
  expect(of("2027-01-01", "2027-12-31")).toBe("2027");
  expect(of("2027-01-01", "2028-12-31")).toBe("2027–2028");
  expect(of("2027-03-01", "2027-09-30")).toBe("Mar–Sept 2027");
  expect(of("2027-03-05", "2027-03-20")).toBe("Mar 2027");
  expect([of("2027-01-01"), of(undefined, "2027-01-01"), of()]).toEqual(["", "", ""]);
  const schedule = [
    { period: "2027-02", amount: "1" },
    { period: "2027-03", amount: "2" },
  ];
  expect(monthsOf({ amount: "3", unit: "t", schedule }, "zh-CN")).toBe("2027年2–3月");
});
