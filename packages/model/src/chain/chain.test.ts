import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ancestorsOf,
  attributeConfidences,
  attributes,
  chainDistance,
  checkPlausible,
  conceptConfidences,
  concepts,
  conceptTypes,
  drawFlow,
  edges,
  familyOf,
  feeds,
  findConcept,
  linkIds,
  links,
  listConcepts,
  loadConcept,
  longestNamesake,
  namesakesOf,
  neighboursOf,
  parseUnit,
  productGrades,
  relations,
  relationTypes,
  specs,
  stages,
} from "./index.ts";

const anyConcept = fc.constantFrom(...concepts.map((concept) => concept.id));

describe("the chain as data", () => {
  it("[CH1] holds 5 links, 26 stages, 298 concepts, 75 attributes and 334 edges, each id once", () => {
    const tables = [links, stages, concepts, attributes, edges];
    expect(tables.map((table) => table.length)).toEqual([5, 26, 298, 75, 334]);
    for (const table of tables) expect(new Set(table.map((row) => row.id)).size).toBe(table.length);
    expect(links.map((link) => link.id)).toEqual([...linkIds]);
  });

  it("[CH1] every row is of its type: links, stages, vocabulary and both languages", () => {
    const stageLinks = new Map(stages.map((stage) => [stage.id, stage.link]));
    for (const concept of concepts) {
      expect(stageLinks.get(concept.stage)).toBe(concept.link);
      expect(conceptTypes).toContain(concept.type);
      expect(conceptConfidences).toContain(concept.confidence);
      expect(concept.zh && concept.en).toBeTruthy();
      expect(concept.confidence === "seed").toBe(concept.seedSection !== undefined);
      if (concept.productGrade) expect(productGrades).toContain(concept.productGrade);
    }
    for (const relation of relations) expect(relationTypes).toContain(relation.type);
  });

  it("[CH1] every edge ends at a concept, and every process of a feed is one", () => {
    for (const edge of feeds) for (const id of [edge.input, edge.process, edge.output]) loadConcept(id);
    for (const edge of relations) for (const id of [edge.from, edge.to]) loadConcept(id);
  });

  it("[CH2] every coefficient has a positive value, a unit, a basis and a source", () => {
    const coefficients = feeds.flatMap((edge) => edge.coefficient ?? []);
    expect(coefficients).toHaveLength(50);
    for (const { value, unit, basis, source } of coefficients) {
      expect(value).toBeGreaterThan(0);
      expect(unit && basis && source).toBeTruthy();
    }
  });

  it("[CH2] every attribute has a unit of the table, and every range a source and a confidence", () => {
    for (const { unit, source, confidence } of attributes) {
      expect(parseUnit(unit)?.id).toBe(unit);
      expect(confidence === undefined || attributeConfidences.includes(confidence)).toBe(true);
      expect(source === undefined).toBe(confidence === undefined);
    }
    expect(specs).toHaveLength(173);
    for (const spec of specs) {
      loadConcept(spec.concept);
      expect(spec.min).toBeLessThanOrEqual(spec.max);
      expect(spec.source).toBeTruthy();
      expect(["sourced", "recalled"]).toContain(spec.confidence);
    }
  });

  it("loads, finds and lists", () => {
    expect(findConcept("no-such")).toBeNull();
    expect(() => loadConcept("no-such")).toThrow("NOT_FOUND");
    expect(listConcepts({ link: "smelting", type: "product" }).every((row) => row.link === "smelting")).toBe(
      true,
    );
    expect(listConcepts()).toHaveLength(298);
  });
});

describe("family", () => {
  it("[CH4] of ncm811 holds the other ternaries and high-nickel kinds, not lfp", () => {
    const family = familyOf("ncm811");
    for (const id of ["ncm811", "ternary-cathode", "high-nickel", "ncm523", "nca", "ni95"])
      expect(family).toContain(id);
    expect(family).not.toContain("lfp");
    expect(familyOf("lfp")).toEqual(["lfp"]);
  });

  it("[CH4] holds exactly those that share an ancestor, and is symmetric", () => {
    fc.assert(
      fc.property(anyConcept, anyConcept, (a, b) => {
        const lineage = (id: string) => new Set([id, ...ancestorsOf(id)]);
        const shared = [...lineage(a)].some((id) => lineage(b).has(id));
        expect(familyOf(a).includes(b)).toBe(shared);
        expect(familyOf(b).includes(a)).toBe(shared);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("distance", () => {
  it("[CH5] names the steps with relation, direction and process", () => {
    expect(chainDistance("li2co3-batt", "lfp")).toEqual([
      expect.objectContaining({
        from: "li2co3-batt",
        concept: "lfp",
        relation: "feeds",
        direction: "out",
        via: "carbothermal",
      }),
    ]);
    expect(chainDistance("ncm811", "ncm811")).toEqual([]);
    expect(chainDistance("ncm811", "litfsi")).toBeNull();
  });

  it("[CH5] is the same both ways, joined by real steps, and agrees with a naive search", () => {
    const naive = (a: string, b: string): number | null => {
      let ring = new Set([a]);
      for (let steps = 0; steps <= concepts.length; steps += 1) {
        if (ring.has(b)) return steps;
        ring = new Set([
          ...ring,
          ...[...ring].flatMap((id) => neighboursOf(id).map((other) => other.concept)),
        ]);
      }
      return null;
    };
    fc.assert(
      fc.property(anyConcept, anyConcept, (a, b) => {
        const path = chainDistance(a, b);
        expect(path?.length ?? null).toBe(naive(a, b));
        expect(chainDistance(b, a)?.length).toBe(path?.length);
        expect(path?.at(-1)?.concept ?? (path ? a : b)).toBe(b);
      }),
      { numRuns: 60 },
    );
  });
});

describe("flow", () => {
  it("[CH6] forward flows hold no cycle and every feeds edge is drawn once", () => {
    const flow = drawFlow();
    const order = new Map(flow.stages.map((stage) => [stage.id, stage.order]));
    for (const { from, to, kind } of flow.stageFlows) {
      const step = Math.sign((order.get(to) ?? 0) - (order.get(from) ?? 0));
      expect(kind).toBe(step > 0 ? "forward" : step < 0 ? "return" : "inner");
    }
    expect(flow.stageFlows.flatMap((row) => row.edges).sort()).toEqual(feeds.map((edge) => edge.id).sort());
    expect(flow.linkFlows.flatMap((row) => row.edges)).toHaveLength(feeds.length);
  });

  it("[CH6] recycling comes back to smelting and materials as returns, and nothing else does", () => {
    const returns = drawFlow().linkFlows.filter((row) => row.kind === "return");
    expect(returns.map((row) => `${row.from} ${row.to}`)).toEqual([
      "recycling smelting",
      "recycling materials",
    ]);
  });
});

describe("plausibility", () => {
  it("[CH9] answers below, inside, above or unknown, with the range that says so", () => {
    expect(checkPlausible("spodumene-ore", "li2o_grade", "1.4").verdict).toBe("inside");
    expect(checkPlausible("spodumene-ore", "li2o_grade", "0.1").verdict).toBe("below");
    expect(checkPlausible("spodumene-ore", "li2o_grade", "12")).toMatchObject({
      verdict: "above",
      spec: { max: 2.5 },
    });
    expect(checkPlausible("spodumene-ore", "price", "12").verdict).toBe("unknown");
    expect(checkPlausible("spodumene-ore", "li2o_grade", "12", "kg").verdict).toBe("unknown");
  });
});

describe("[CH13] the names of a substance", () => {
  it("lead to each other, in any width and case", () => {
    for (const name of ["LFP", "lifepo4", "磷酸铁锂", "Lithium-Iron Phosphate", "ＬＦＰ"])
      expect(namesakesOf(name)).toBe(namesakesOf("LiFePO4"));
    expect(namesakesOf("LFP")?.concepts).toEqual(["lfp"]);
    expect(namesakesOf("Li2CO3")?.concepts).toEqual([
      "li2co3-tech",
      "li2co3-batt",
      "li2co3-hp",
      "recycled-li2co3",
    ]);
  });

  it("lead nowhere where two things share a name, or nothing has it", () => {
    for (const name of ["溶剂", "SX", "unheard of"]) expect(namesakesOf(name)).toBeNull();
  });

  it("lead every name of a concept back to itself, and none is longer than is looked for", () => {
    fc.assert(
      fc.property(anyConcept, (id) => {
        for (const name of [loadConcept(id).zh, loadConcept(id).en]) {
          const found = namesakesOf(name);
          if (found?.concepts.length) expect(found.concepts).toContain(id);
          for (const other of found?.names ?? []) expect(namesakesOf(other)).toBe(found);
        }
      }),
    );
    expect(
      namesakesOf("lithium iron phosphate".split(" ").slice(0, longestNamesake).join(" ")),
    ).not.toBeNull();
  });
});
