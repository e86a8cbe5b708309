import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findConcept } from "../chain/index.ts";
import { isPlace } from "../codes/index.ts";
import { depositTypes, overseasProject, overseasStages } from "../register/index.ts";
import { canOfferOutput, shareOutput, sumAbroad, sumOutput, toOfftakeOffer } from "./abroad.ts";

const tonnes = (value: string) => ({ value, low: null, high: null, unit: "t LCE/a", basis: null });
const project = {
  country: "ZW",
  type: "spodumene",
  stage: "ramp_up",
  capacity: tonnes("28000"),
  countedBy: "equity",
  equity: 90,
  offtake: null,
} as const;

describe("output of projects abroad", () => {
  it("[OP2] counts by equity or by offtake, and the rest is open", () => {
    expect(shareOutput(project)).toEqual({ counted: "25200", open: "2800" });
    expect(shareOutput({ ...project, countedBy: "offtake", offtake: tonnes("18000") })).toEqual({
      counted: "18000",
      open: "10000",
    });
    expect(shareOutput({ ...project, equity: null })).toEqual({ counted: null, open: null });
    expect(shareOutput({ ...project, capacity: null })).toEqual({ counted: null, open: null });
  });

  it("[OP2] never counts a tonne twice, whatever else the record says", () => {
    const amount = fc.option(
      fc.nat(100_000).map((one) => tonnes(String(one))),
      { nil: null },
    );
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.option(fc.nat(100), { nil: null }),
        fc.constantFrom("equity", "offtake"),
        (capacity, offtake, equity, countedBy) => {
          const { counted, open } = shareOutput({ capacity, offtake, equity, countedBy });
          if (counted === null || open === null) return;
          expect(Number(counted) + Number(open)).toBeCloseTo(Number(capacity?.value), 6);
          expect(Number(open)).toBeGreaterThanOrEqual(0);
          const naive =
            countedBy === "equity"
              ? (Number(capacity?.value) * (equity ?? 0)) / 100
              : Math.min(Number(offtake?.value), Number(capacity?.value));
          expect(Number(counted)).toBeCloseTo(naive, 6);
        },
      ),
    );
  });

  it("[OP2] of several projects sums each by one way, and leaves out who does not say", () => {
    const abroad = { ...project, countedBy: "offtake", equity: 50, offtake: tonnes("18000") } as const;
    expect(sumOutput([project, abroad, { ...project, capacity: null }])).toEqual({
      equity: "25200",
      offtake: "18000",
      open: "12800",
      told: 2,
    });
  });

  it("[OP2] makes an offer of its country, goods, stage and open output", () => {
    expect(toOfftakeOffer(project)).toEqual({
      concept: "spodumene-conc",
      region: "ZW",
      maturity: "bulk",
      cooperation: ["offtake"],
      volume: { amount: "2800", unit: "t LCE/a" },
    });
    expect(toOfftakeOffer({ ...project, equity: 100 })).not.toHaveProperty("volume");
    for (const type of depositTypes) {
      const { concept } = toOfftakeOffer({ ...project, type });
      expect(concept === undefined || findConcept(concept) !== null).toBe(true);
    }
    expect(overseasStages.filter((stage) => !canOfferOutput(stage))).toEqual(["suspended", "exited"]);
    expect(isPlace("ZW")).toBe(true);
  });

  it("[OP1] a project cannot promise more than it makes", () => {
    const check = overseasProject.check as (values: object) => readonly object[];
    const told = { place: null, countedBy: "offtake", equity: null, capacity: tonnes("10") };
    expect(check({ ...told, offtake: tonnes("10") })).toEqual([]);
    expect(check({ ...told, offtake: tonnes("11") })).toEqual([
      { field: "offtake", rule: "tooLarge", params: { max: "10" } },
    ]);
  });
});

describe("what projects abroad add up to", () => {
  const producing = { country: "AU", stage: "producing", capacity: "1000", countedBy: "equity" } as const;

  it("[OP3] tells the share of ten firms, and of nine nothing", () => {
    const firms = Array.from({ length: 10 }, (_, at) => ({ ...producing, firm: `firm ${at}`, equity: 25 }));
    expect(sumAbroad(firms)).toEqual({ countries: [["AU", 10]], total: 10, equity: "2500" });
    expect(sumAbroad(firms.slice(1)).equity).toBeNull();
    const oneGroup = firms.map((one) => ({ ...one, firm: "one group" }));
    expect(sumAbroad(oneGroup).equity).toBeNull();
  });

  it("[OP3] counts what goes on by country, as a naive count does, and never the share of what does not produce", () => {
    const project = fc.record({
      firm: fc.constantFrom(..."abcdefghijkl"),
      country: fc.constantFrom("AU", "CL", "ZW"),
      stage: fc.constantFrom(...overseasStages),
      capacity: fc.option(fc.nat(9999).map(String), { nil: null }),
      countedBy: fc.constantFrom("equity", "offtake"),
      equity: fc.option(fc.nat(100), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(project, { maxLength: 60 }), (projects) => {
        const { countries, total, equity } = sumAbroad(projects);
        const active = projects.filter(({ stage }) => stage !== "suspended" && stage !== "exited");
        expect(total).toBe(active.length);
        for (const country of ["AU", "CL", "ZW"])
          expect(countries.find(([one]) => one === country)?.[1] ?? 0).toBe(
            active.filter((one) => one.country === country).length,
          );
        const shared = active.filter(
          (one) =>
            one.stage === "producing" && one.countedBy === "equity" && one.capacity && one.equity !== null,
        );
        const isTold = new Set(shared.map(({ firm }) => firm)).size >= 10;
        const naive = shared.reduce((sum, one) => sum + (Number(one.capacity) * (one.equity ?? 0)) / 100, 0);
        if (isTold) expect(Number(equity)).toBeCloseTo(naive, -1);
        else expect(equity).toBeNull();
      }),
    );
  });
});
