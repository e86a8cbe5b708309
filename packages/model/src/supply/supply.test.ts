import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryOf } from "../codes/country.ts";
import { diversify } from "./diversify.ts";
import {
  baseCaseOf,
  countryRiskOf,
  geopoliticalRiskOf,
  importRelianceOf,
  runChain,
  runStress,
  supplyRiskOf,
} from "./index.ts";
import { createTradeReader, readHeading, readPeriod, type TradeRow } from "./trade/index.ts";

describe("supply risk", () => {
  const given = {
    global: [
      { share: 0.55, governance: 3, trade: 1 },
      { share: 0.25, governance: 5, trade: 1 },
      { share: 0.2, governance: 7, trade: 1.1 },
    ],
    sourcing: [
      { share: 0.8, governance: 4, trade: 1 },
      { share: 0.2, governance: 3, trade: 0.8 },
    ],
    importReliance: 0.8,
    recycled: 0.1,
    substitution: 0.95,
  };

  it("[SU4] is the European form, and grows with no recycling", () => {
    expect(supplyRiskOf(given).risk).toBeCloseTo(1.885104, 9);
    expect(supplyRiskOf({ ...given, recycled: 0 }).risk).toBeGreaterThan(1.885104);
    expect(() => supplyRiskOf({ ...given, importReliance: 80 })).toThrow("INVALID_INPUT");
  });

  it("[SU4] counts reliance net of exports, within 0 to 1", () => {
    expect(importRelianceOf({ domestic: 30, imports: 90, exports: 20 })).toBe(0.7);
    expect(importRelianceOf({ domestic: 30, imports: 5, exports: 20 })).toBe(0);
    expect(importRelianceOf({ domestic: 0, imports: 5, exports: 5 })).toBeNull();
  });

  it("[SU5] is GeoPolRisk beside it; a country without a figure has none", () => {
    const found = geopoliticalRiskOf({
      imports: [
        { amount: 10, risk: 0.3 },
        { amount: 5, risk: 0.6 },
      ],
      domestic: 5,
      production: [0.6, 0.3, 0.1],
    });
    expect(found).toEqual({
      hhi: expect.closeTo(0.46, 12),
      risk: expect.closeTo(0.3, 12),
      score: expect.closeTo(0.138, 12),
    });
    expect([countryRiskOf(0.9), countryRiskOf(-3), countryRiskOf(null)]).toEqual([
      expect.closeTo(0.32, 12),
      1,
      null,
    ]);
  });
});

describe("stress", () => {
  const vector = {
    demand: 100,
    domestic: 30,
    recycled: 5,
    sources: { A: 50, B: 10, C: 5 },
    shocks: [{ source: "A", cut: 1, fromWeek: 1, weeks: 26 }],
    responses: [{ sources: ["B", "C"], rise: 0.1, fromWeek: 5 }],
    stock: 400,
    weeks: 26,
  };

  it("[SU7] names the first short week and what is unmet", () => {
    expect(runStress(vector)).toMatchObject({ firstShortWeek: 9, unmet: 867, drawn: 400 });
    expect(runStress({ ...vector, shocks: [] })).toMatchObject({ firstShortWeek: null, unmet: 0, share: 0 });
    expect(() => runStress({ ...vector, shocks: [{ source: "Z", cut: 1, fromWeek: 1 }] })).toThrow(
      "INVALID_INPUT",
    );
  });

  it("[SU7] a ramp reaches its rise step by step", () => {
    const slow = runStress({ ...vector, responses: [{ sources: ["B"], rise: 0.3, ramp: 0.1, fromWeek: 5 }] });
    expect(slow.weeks.slice(3, 8).map(({ supply }) => supply)).toEqual([50, 51, 52, 53, 53]);
  });

  it("[SU7] what is demanded is supplied, drawn or unmet, and more in store never means less met", () => {
    const amount = fc.double({ min: 0, max: 200, noNaN: true });
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (demand, a, stock, cut) => {
          const one = {
            ...vector,
            demand,
            sources: { A: a, B: 1, C: 1 },
            stock,
            shocks: [{ source: "A", cut, fromWeek: 3 }],
          };
          const run = runStress(one);
          for (const week of run.weeks)
            expect(Math.min(week.supply, demand) + week.drawn + week.unmet).toBeCloseTo(demand, 6);
          expect(run.drawn).toBeLessThanOrEqual(stock + 1e-9);
          expect(runStress({ ...one, stock: stock + 10 }).unmet).toBeLessThanOrEqual(run.unmet + 1e-6);
        },
      ),
    );
  });

  it("[SU8] one link without the others is the same as before, and a short link leaves the next one short", () => {
    const { demand, domestic, recycled, sources, stock, shocks, responses, weeks } = vector;
    const ore = { link: "resource", demand, domestic, recycled, upstream: 0, sources, stock };
    const salt = {
      link: "smelting",
      demand: 80,
      domestic: 0,
      recycled: 0,
      upstream: 80,
      sources: {},
      stock: 0,
    };
    const [first, second] = runChain({ links: [ore, salt], shocks, responses, weeks });
    expect(first).toMatchObject({ firstShortWeek: 9, unmet: 867 });
    expect(second?.firstShortWeek).toBe(9);
    expect(second?.unmet).toBeCloseTo(867 * 0.8, 9);
    const [spared] = runChain({
      links: [ore],
      shocks: [{ source: "A", cut: 1, fromWeek: 1, links: ["smelting"] }],
      responses,
      weeks,
    });
    expect(spared?.unmet).toBe(0);
  });
});

describe("an ordinary week", () => {
  it("[SU8] is in balance, so that nothing is short before a shock", () => {
    const year = {
      ore: { imports: { AU: 300, ZW: 100 }, exports: 20 },
      salt: { imports: { CL: 150, AR: 50 }, exports: 30 },
    };
    const stockWeeks = { resource: 4, smelting: 2, materials: 1, products: 0 };
    const { links } = baseCaseOf(year, { mined: 170, recycled: 40, recovery: 0.9, stockWeeks });
    const calm = runChain({ links, shocks: [], responses: [], weeks: 52 });
    expect(calm.map(({ unmet }) => unmet)).toEqual([0, 0, 0, 0]);
    const shock = [{ source: "AU", cut: 1, fromWeek: 1 }];
    const weeks = runChain({ links, shocks: shock, responses: [], weeks: 52 }).map(
      ({ firstShortWeek }) => firstShortWeek ?? 99,
    );
    expect(weeks[0]).toBeGreaterThan(4);
    expect(weeks).toEqual([...weeks].sort((a, b) => a - b));
  });
});

describe("the cheapest mix under a ceiling", () => {
  const offers = [
    { source: "A", most: 100, cost: 1 },
    { source: "B", most: 20, cost: 2 },
    { source: "C", most: 100, cost: 3 },
  ];

  it("[SU9] fills the cheap ones to their limits and says what each limit costs", () => {
    const found = diversify({ need: 100, offers, ceiling: 0.65 });
    expect(found).toMatchObject({ proven: true, lastCost: 3, cost: 65 + 40 + 45 });
    expect("limits" in found && found.limits).toEqual([
      { source: "A", saves: 2, by: "ceiling" },
      { source: "B", saves: 1, by: "most" },
    ]);
  });

  it("[SU9] costs no more than filling the cheapest sources one after another", () => {
    const offer = fc.record({ most: fc.integer({ min: 0, max: 60 }), cost: fc.integer({ min: 1, max: 90 }) });
    fc.assert(
      fc.property(
        fc.array(offer, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        (given, ceiling) => {
          const offers = given.map((one, at) => ({ source: `s${at}`, ...one }));
          const found = diversify({ need: 100, offers, ceiling });
          let rest = 100;
          let cost = 0;
          for (const one of offers.toSorted((a, b) => a.cost - b.cost)) {
            const taken = Math.min(rest, one.most, ceiling * 100);
            rest -= taken;
            cost += taken * one.cost;
          }
          if ("missing" in found) expect(found.missing).toBeCloseTo(rest, 1);
          else expect(found.cost).toBeCloseTo(cost, -0.5);
        },
      ),
    );
  });

  it("[SU9] says how much is missing where nothing covers the need", () => {
    expect(diversify({ need: 100, offers: offers.slice(0, 2), ceiling: 0.65 })).toEqual({
      missing: expect.closeTo(15, 9),
    });
  });
});

describe("files of trade", () => {
  const readAll = (heading: string, rows: readonly string[], about = { reporter: "CN" }) => {
    const found = readHeading(heading.split(","));
    if (!found) throw new Error("no layout");
    const read = createTradeReader(found, about);
    return rows.map((row, at) => read(row.split(","), at + 2));
  };
  const rowOf = (read: ReturnType<typeof readAll>[number] | undefined): TradeRow | undefined =>
    read && "row" in read ? read.row : undefined;

  it("[SU1] of UN Comtrade, the customs of China, BACI and GeoPolRisk say the same", () => {
    const [comtrade] = readAll("period,reporterISO,partnerISO,flowCode,cmdCode,netWgt,primaryValue", [
      "202301,CHN,CHL,M,283691,2000000,60000000",
    ]);
    const [gacc] = readAll("数据年月,商品编码,商品名称,贸易伙伴名称,第一数量,美元", [
      "202301,28369100,碳酸锂,智利,2000000,60000000",
    ]);
    const [baci] = readAll("t,i,j,k,v,q", ["2023,152,156,283691,60000,2000"]);
    const same = {
      reporter: "CN",
      partner: "CL",
      product: "carbonate",
      flow: "import",
      tonnes: 2000,
      usd: 6e7,
      factor: 1,
    };
    expect(rowOf(comtrade)).toMatchObject({ ...same, period: "2023-01" });
    expect(rowOf(gacc)).toMatchObject({ ...same, period: "2023-01" });
    expect(rowOf(baci)).toMatchObject({ ...same, period: "2023" });
    const [graphite] = readAll(
      "Year,Exporting Country,Importing Country,rawMaterial,Resource HSCODE,Trade Value (1000 USD),Quantity (mTonnes)",
      ["2022,36,842,Graphite,250410;250490,30,20"],
    );
    expect(rowOf(graphite)).toMatchObject({
      reporter: "US",
      partner: "AU",
      product: "graphite",
      tonnes: 20,
      factor: null,
    });
  });

  it("[SU1] a line that holds other goods says that it is lithium, by its grade, its words or a reason for the file", () => {
    const heading = "period,reporterISO,partnerISO,flowCode,cmdCode,netWgt,primaryValue,li2o,cmdDesc";
    const rows = [
      "202301,CHN,AUS,M,253090,1000000,1000000,5.5,",
      "202301,CHN,BRA,M,253090,1000000,1000000,,spodumene",
      "202301,CHN,NGA,M,253090,1000000,1000000,,other minerals",
    ];
    const [graded, worded, silent] = readAll(heading, rows);
    const row = rowOf(graded);
    expect((row?.tonnes ?? 0) * (row?.factor ?? 0)).toBeCloseTo(1000 * 0.055 * 2.4729, 6);
    expect(rowOf(worded)?.factor).toBe(0.1484);
    expect(silent).toEqual({
      faults: [{ row: 4, column: "lithia", rule: "needsReason", params: { line: "253090" } }],
    });
    const [, , reasoned] = readAll(heading, rows, {
      reporter: "CN",
      reason: "lithium ores alone were asked for",
    } as never);
    expect(rowOf(reasoned)?.factorSource).toContain("lithium ores alone");
  });

  it("[SU1] re-imports stand apart, totals and the rest have names of their own, and what is not counted is skipped", () => {
    const reads = readAll("t,i,j,k,v,q", [
      "2023,156,156,283691,60000,2000",
      "2023,0,156,283691,90000,3000",
      "2023,899,156,283691,300,10",
      "2023,152,156,010121,1,1",
      "2023,40,156,283691,60000,20",
      "2023,152,156,283691,60000,2000",
      "2023,152,156,283691,60000,2000",
      "2023-13,nowhere,156,283691,x,-1",
    ]);
    expect(rowOf(reads[0])?.flow).toBe("reimport");
    expect(rowOf(reads[1])?.partner).toBe("WLD");
    expect(rowOf(reads[2])?.partner).toBe("OTHER");
    expect(reads[3]).toEqual({ skipped: true });
    expect(reads[4]).toMatchObject({ faults: [{ column: "usd", rule: "implausible" }] });
    expect(rowOf(reads[5])?.partner).toBe("CL");
    expect(reads[6]).toMatchObject({ faults: [{ rule: "duplicate" }] });
    expect(reads[7] && "faults" in reads[7] && reads[7].faults.map(({ column }) => column)).toEqual([
      "period",
      "partner",
      "tonnes",
      "usd",
    ]);
  });

  it("[SU1] a file is the trade of one country", () => {
    const [first, second] = readAll("t,i,j,k,v,q", [
      "2023,152,156,283691,60000,2000",
      "2023,152,392,283691,60000,2000",
    ]);
    expect(rowOf(first)?.reporter).toBe("CN");
    expect(second).toMatchObject({
      faults: [{ column: "reporter", rule: "notInList", params: { found: "JP" } }],
    });
  });

  it("[SU1] knows countries by code, number and name, and periods by year or month", () => {
    expect(
      ["au", "AUS", "036", "36", "Australia", "澳大利亚", "津巴布韦", "842", "韩国", "Nowhere"].map(
        countryOf,
      ),
    ).toEqual(["AU", "AU", "AU", "AU", "AU", "AU", "ZW", "US", "KR", null]);
    expect(["2023", "202301", "2023-1", "2023年12月", "2023-13", "x"].map(readPeriod)).toEqual([
      "2023",
      "2023-01",
      "2023-01",
      "2023-12",
      null,
      null,
    ]);
  });
});
