import { loadSolver } from "@lilink/engine/disclosure";
import { auditSparsely } from "@lilink/engine/testing";
import { shippedDefinitions } from "@lilink/model/goals/definition/shipped";
import { describe, expect, it } from "vitest";
import { listDifferences, listProducts } from "./reckon.ts";
import { type Figure, type Told, toReleasedTable } from "./released-table.ts";

const solver = await loadSolver();
const definition = shippedDefinitions.find(({ measures }) =>
  measures.some(({ expression }) => /^[a-z_]+ \/ [a-z_]+$/.test(expression)),
);
const dimensions = [{ id: "province", tree: { all: ["36", "51", "54"] } }];
const component = { code: "output" };
const plan = {
  root: "output",
  dimensions,
  faces: [{ indicator: "X", component, factor: "1", breakdowns: [] }],
};
const figure = (place: string, status: string): Figure => ({
  indicator: "X",
  measure: "output",
  dimensions: place === "all" ? [] : ["province"],
  place: place === "all" ? [] : [place],
  status,
  value: null,
});
const put = (group: string, place: string) => ({ group, at: [place], value: "10" });
const firms = ["36", "51", "54"].flatMap((place) => ["a", "b"].map((one) => put(`${place}${one}`, place)));
const told = (hidden: readonly string[], contributions = firms, period = "2026Q1"): Told => ({
  plan: plan as unknown as Told["plan"],
  period,
  parts: [{ period: "2026Q1", contributions }],
  figures: ["all", "36", "51", "54"].map((one) =>
    figure(one, hidden.includes(one) ? "withheld" : "published"),
  ),
});
const breachesOf = (all: readonly Told[], known?: ReadonlySet<string>) => {
  const { audit, names } = toReleasedTable(all, known);
  return auditSparsely(solver, audit).breaches.map(({ cell, attacker }) => `${names[cell]} ${attacker}`);
};

describe("attacks on a release", () => {
  it("[DC3] find what one withheld figure too few tells", () => {
    expect(breachesOf([told(["36", "51", "54"])])).toEqual([]);
    expect(breachesOf([told(["36"])])).toContain("output 2026Q1 province=36 outsider");
    const solo = [...firms.filter(({ at }) => at[0] !== "36"), put("solo", "36")];
    expect(breachesOf([told(["36", "51"], solo)])).toEqual(["output 2026Q1 province=51 solo"]);
  });

  it("[DC8] find what two releases of the same returns tell together", () => {
    const [one, other] = [told(["36", "51"]), told(["51", "54"], firms, "2026")];
    expect(breachesOf([one])).toEqual([]);
    expect(breachesOf([other])).toEqual([]);
    expect(breachesOf([one, other])).toContain("output 2026Q1 province=36 outsider");
  });

  it("[DC4] find what is left when a listed firm's figure is known", () => {
    expect(breachesOf([told(["36", "51"])])).toEqual([]);
    expect(breachesOf([told(["36", "51"])], new Set(["36a"]))).toEqual(["output 2026Q1 province=51 36b"]);
  });

  it("[DC6] find the nation less its provinces", () => {
    expect(listDifferences(told(["36", "51"]).figures, plan)).toEqual([]);
    expect(listDifferences(told(["36"]).figures, plan)).toEqual(["output province=36, by province"]);
    expect(listDifferences(told(["all"]).figures, plan)).toEqual(["output all, by province"]);
  });

  it("[RL7] find a sum by a mean times the sum under it", () => {
    const measure = definition?.measures.find(({ expression }) => /^[a-z_]+ \/ [a-z_]+$/.test(expression));
    const [over = "", under = ""] = measure?.expression.split(" / ") ?? [];
    const tell = (measures: Readonly<Record<string, string>>) =>
      Object.entries(measures).map(([code, status]) => ({
        ...figure("36", status),
        indicator: definition?.indicator ?? "",
        measure: code,
      }));
    const apart = (measures: Readonly<Record<string, string>>, answer: string) =>
      tell(measures).map((one) => ({
        ...one,
        dimensions: ["answered", ...one.dimensions],
        place: [answer, ...one.place],
      }));
    if (!definition || !measure) throw new Error("no mean among the definitions");
    expect(
      listProducts(
        tell({ [measure.code]: "published", [over]: "withheld", [under]: "published" }),
        definition,
      ),
    ).toEqual([`province=36 of ${measure.code}`]);
    expect(
      listProducts(
        tell({ [measure.code]: "withheld", [over]: "withheld", [under]: "published" }),
        definition,
      ),
    ).toEqual([]);
    const whole = tell({ [measure.code]: "published", [over]: "withheld", [under]: "published" });
    const ratio = `${definition.indicator}.${measure.code}`;
    const others = apart({ [over]: "withheld" }, "none");
    const told = [...whole, ...others, ...apart({ [over]: "published" }, `${ratio}+X-01.y`)];
    expect(listProducts(told, definition)).toEqual([]);
    const hidden = [...whole, ...others, ...apart({ [over]: "withheld" }, ratio)];
    expect(listProducts(hidden, definition)).toEqual([`province=36 of ${measure.code}`]);
    // Where all count in the ratio, it tells the sum of everybody and none of those apart.
    const everybody = tell({ [measure.code]: "published", [over]: "published", [under]: "published" });
    const all = [ratio, `${ratio}+X-01.y`].flatMap((answer) => apart({ [over]: "withheld" }, answer));
    expect(listProducts([...everybody, ...all], definition)).toEqual([]);
    expect(listProducts([...whole, ...all], definition)).toEqual([`province=36 of ${measure.code}`]);
  });
});
