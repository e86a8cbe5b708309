import { describe, expect, it } from "vitest";
import { FigureStore } from "./components/figure-store.ts";
import type { ReturnContent, Round } from "./queries.ts";
import { cellId, figureName, groupOf, sortRounds, sumCounts, toGroups } from "./view.ts";

const named = (name: string) => ({ zh: name, en: name });
const codes = (id: string, count: number) => ({
  id,
  name: named(id),
  codes: Array.from({ length: count }, (_, at) => ({ code: `${id}${at}`, name: named(`${id} ${at}`) })),
});
const component = (code: string, dimensions: string[], indicator = "SME-04") => ({
  code,
  name: named(code),
  indicator,
  unit: "t",
  units: ["t", "kt"],
  decimals: 3,
  nonNegative: true,
  dimensions,
});
const figure = (code: string, place: string[], raw = "1") => ({
  component: code,
  site: "",
  place,
  raw,
  unit: "t",
  value: raw,
  rule: null,
  params: {},
  revision: 1,
});
const content: Pick<ReturnContent, "components" | "dimensions" | "indicators" | "figures" | "earlier"> = {
  components: [
    component("a", ["salt"]),
    component("b", ["salt", "route"]),
    component("c", ["salt"]),
    component("d", []),
  ],
  dimensions: [codes("salt", 3), codes("route", 4)],
  indicators: [{ indicator: "SME-04", name: named("Output"), version: 1, terms: [] }],
  figures: [figure("b", ["salt1", "route2"])],
  earlier: [{ component: "b", site: "Plant 2", place: ["salt0", "route0"], value: "3" }],
};

describe("a return on the screen", () => {
  it("puts together what is asked at the same places, and shows few places at once", () => {
    const groups = toGroups(content);
    expect(
      groups.map(({ components, rows, open }) => [components.map(({ code }) => code), rows.length, open]),
    ).toEqual([
      [["a", "c"], 3, false],
      [["b"], 2, true],
      [["d"], 1, false],
    ]);
  });

  it("names a figure by component, plant and place, and gives its control an id of its own", () => {
    const at = { component: "b", site: "Plant 2", place: ["salt0", "route0"] };
    expect(figureName(content, at, "en")).toBe("b (Plant 2 · salt 0 · route 0)");
    const ids = [at, { ...at, site: "" }, { ...at, site: "二厂" }, { ...at, site: "三厂" }].map(cellId);
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^figure-[\w-]+$/);
  });

  it("adds up how reporting stands, by sheet and by province", () => {
    const counts: Round["counts"] = [
      { sheet: "smelting.quarterly", province: "36", state: "open", count: 2, late: 0, overdue: 2 },
      { sheet: "smelting.quarterly", province: "63", state: "resubmitted", count: 1, late: 1, overdue: 0 },
      { sheet: "materials.quarterly", province: "36", state: "locked", count: 3, late: 0, overdue: 0 },
    ];
    expect(sumCounts(counts, "sheet")).toEqual([
      { key: "materials.quarterly", owed: 3, waiting: 0, verified: 3, missing: 0, overdue: 0, late: 0 },
      { key: "smelting.quarterly", owed: 3, waiting: 1, verified: 0, missing: 2, overdue: 2, late: 1 },
    ]);
    expect(sumCounts(counts, "province").map(({ key, owed }) => [key, owed])).toEqual([
      ["36", 5],
      ["63", 1],
    ]);
  });
});

describe("figures in this window", () => {
  const at = { component: "b", site: "", place: ["salt1", "route2"] };
  const storeOf = () => new FigureStore("key", content.figures);

  it("[RT10] are unsaved until acknowledged; what is typed meanwhile stays unsaved", () => {
    const store = storeOf();
    expect(store.listUnsaved()).toEqual([]);
    store.type(at, { raw: "2" });
    const sent = store.listUnsaved();
    expect(sent).toMatchObject([{ raw: "2", revision: 1 }]);
    store.type(at, { raw: "23" });
    store.acknowledge(sent, [{ ...at, revision: 2 }]);
    expect(store.listUnsaved()).toMatchObject([{ raw: "23", revision: 2, saved: { raw: "2" } }]);
  });

  it("[RT10] a conflict is settled by one of both values, on the other's revision", () => {
    const theirs = { raw: "9", unit: "kt", revision: 7, by: null, at: new Date(0) };
    const conflict = { key: JSON.stringify([at.component, at.site, ...at.place]), place: at, theirs };
    const mine = storeOf();
    mine.type(at, { raw: "2" });
    mine.keepMine(conflict);
    expect(mine.listUnsaved()).toMatchObject([{ raw: "2", revision: 7 }]);
    const other = storeOf();
    other.type(at, { raw: "2" });
    other.takeTheirs(conflict);
    expect(other.listUnsaved()).toEqual([]);
    expect(other.get(at)).toMatchObject({ raw: "9", unit: "kt", revision: 7 });
  });

  it("a unit without a number is no figure", () => {
    const store = storeOf();
    store.type({ ...at, place: ["salt2", "route0"] }, { unit: "kt" });
    expect(store.listUnsaved()).toEqual([]);
  });
});

describe("the list of rounds", () => {
  const round = (due: string, closed: boolean, overdue = 0) => ({
    dueAt: new Date(due),
    closedAt: closed ? new Date(due) : null,
    counts: [
      { sheet: "smelting.quarterly", province: null, state: "open" as const, count: 1, overdue, late: 0 },
    ],
  });
  it("stands in three groups: with overdue returns, open, closed, each from the latest due date", () => {
    const [lateLong, late, current, before, first] = [
      round("2026-03-04", true, 3),
      round("2026-07-21", false, 7),
      round("2026-12-17", false),
      round("2026-04-22", true),
      round("2025-04-22", true),
    ];
    const sorted = sortRounds([first, current, lateLong, before, late]);
    expect(sorted).toEqual([late, lateLong, current, before, first]);
    expect(sorted.map(groupOf)).toEqual(["overdue", "overdue", "open", "closed", "closed"]);
  });
});
