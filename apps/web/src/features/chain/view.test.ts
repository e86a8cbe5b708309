import { concepts, drawFlow, loadConcept, neighboursOf } from "@lilink/model/chain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addCounts,
  narrowCounts,
  speaksEnglish,
  toConceptRow,
  toNeighbourRows,
  toSourceText,
  toStageRows,
  toWeakRows,
} from "./view.ts";

const count = fc.nat({ max: 9 });
const anyCounts = fc.uniqueArray(
  fc.record({
    concept: fc.constantFrom(...concepts.map(({ id }) => id)),
    capabilities: count,
    needs: count,
    projects: count,
  }),
  { selector: (row) => row.concept, maxLength: 40 },
);

describe("stages of the chain", () => {
  it("[CH11] hold every count once", () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const rows = toStageRows(drawFlow(), counts, "en");
        expect(addCounts(rows)).toEqual(addCounts(counts));
        expect(rows.flatMap((row) => row.concepts)).toHaveLength(concepts.length);
      }),
      { numRuns: 30 },
    );
  });

  it("[CH6] say where material goes and where it comes back to", () => {
    const rows = toStageRows(drawFlow(), [], "en");
    const metallurgy = rows.find((row) => row.stage.id === "rec.met");
    expect(metallurgy?.back).toContain("Basic lithium salts");
    expect(rows.find((row) => row.stage.id === "mat.cell")?.to).toEqual(["Pack and system"]);
  });
});

it("[CH11] weak are exactly the concepts that are needed and not offered, most needs first", () => {
  fc.assert(
    fc.property(anyCounts, (counts) => {
      const rows = toWeakRows(counts);
      const wanted = counts.filter((row) => row.needs > 0 && row.capabilities + row.projects === 0);
      expect(rows.map(({ concept }) => concept.id).sort()).toEqual(wanted.map((row) => row.concept).sort());
      const needs = rows.map((row) => row.needs);
      expect(needs).toEqual([...needs].sort((a, b) => b - a));
    }),
    { numRuns: 50 },
  );
});

it("a concept without postings stands at nothing", () => {
  expect(toConceptRow(loadConcept("lifsi"), [])).toMatchObject({
    capabilities: 0,
    needs: 0,
    supply: "quiet",
  });
});

describe("neighbours in words", () => {
  it("gathers the routes between two concepts into one row, and loses no neighbour", () => {
    fc.assert(
      fc.property(fc.constantFrom(...concepts), ({ id }) => {
        const neighbours = neighboursOf(id);
        const rows = toNeighbourRows(neighbours, "en");
        expect(new Set(rows.map((row) => `${row.key}/${row.concept}`)).size).toBe(rows.length);
        expect(new Set(rows.map((row) => row.concept))).toEqual(
          new Set(neighbours.map((row) => row.concept)),
        );
      }),
    );
  });

  it("[CH2] shows process and consumption of a step", () => {
    const row = toNeighbourRows(neighboursOf("lifsi"), "en").find(({ key }) => key === "madeFrom");
    expect(row).toMatchObject({ concept: "lioh-batt", vias: ["lifsi-synthesis"] });
    expect(row?.coefficients[0]).toContain("t LiFSI");
  });

  it("[CH2] prints what a step takes with the names of its units, in either language", () => {
    const told = (id: string, locale: "en" | "zh-CN") =>
      toNeighbourRows(neighboursOf(id), locale).flatMap(({ coefficients }) => coefficients);
    expect(told("spodumene-conc", "zh-CN")).toContain("5.33吨矿石/吨精矿");
    expect(told("spodumene-conc", "en")).toContain("5.33 t ore / t concentrate");
    expect(told("lifsi", "zh-CN")).toContain("0.224吨 LiOH·H2O/吨 LiFSI");
    for (const { id } of concepts)
      expect(told(id, "zh-CN").join()).not.toMatch(/(?<![\p{L}\d])(?:t|kg|ore|out|in) /u);
  });
});

it("[CH2] a source names the section of the paper, and a recalled one nothing", () => {
  const words = { section: (section: string) => `§${section}`, rest: (key: string) => `(${key})` };
  expect(toSourceText("class name; seed 3.3.1", words)).toBe("(name); §3.3.1");
  expect(toSourceText("99.5 seen; others recalled", words)).toBe("99.5 seen; (others)");
  expect(toSourceText("seed 3.1 gives 1.3; outer range recalled", words)).toBe("§3.1 gives 1.3; (outer)");
  expect(toSourceText("recalled", words)).toBe("");
  expect(speaksEnglish("seen at http://jydy88.com/news/27890.html")).toBe(true);
  expect(speaksEnglish("https://www.scribd.com/document/707497556 LFP x 1.10；论文第 3.1 节")).toBe(false);
});

it("a narrowed map counts one kind, or the concepts of the viewer's body", () => {
  const counts = [
    { concept: "li2co3-batt", capabilities: 1, needs: 2, projects: 3 },
    { concept: "lioh-batt", capabilities: 4, needs: 0, projects: 0 },
  ];
  expect(narrowCounts(counts, null, [])).toBe(counts);
  expect(narrowCounts(counts, "need", [])).toEqual([
    { concept: "li2co3-batt", capabilities: 0, needs: 2, projects: 0 },
    { concept: "lioh-batt", capabilities: 0, needs: 0, projects: 0 },
  ]);
  expect(narrowCounts(counts, "mine", ["lioh-batt"])).toEqual([counts[1]]);
});
