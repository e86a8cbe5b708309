import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPublished,
  adoptDefinitions,
  codeOf,
  createTestKernel,
  publishRecord,
} from "../../../testing/index.ts";
import { loadStanding } from "../../figures/goal/load-standings.ts";
import { adoptSeries } from "../../figures/series/adopt-series.ts";
import { call, callJob } from "../../kernel/call.ts";
import { openBatch } from "../batch/open-batch.ts";
import { saveBatch } from "../batch/save-batch.ts";
import { stepBatch } from "../batch/step-batch.ts";
import { fileBatteries } from "../battery/file-batteries.ts";
import { reportEvent } from "../battery/report-event.ts";
import { loadRates } from "./load-rates.ts";
import { askRates, publishRates } from "./publish-rates.ts";
import { loadOutlook, saveSales } from "./sales.ts";

const kernel = await createTestKernel();
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
const firm = await addMember(kernel, await addOrganization(kernel));
kernel.setNow(new Date("2026-06-01T02:00:00Z"));

/** A balanced batch of another recycler that closed in 2025; of `kg` of black mass with 4.2 % lithium, `share` comes out. */
async function addBatch(kg: number, share: number) {
  const { principal } = await addMember(kernel, await addOrganization(kernel));
  const head = {
    number: "B-1",
    process: "hydrometallurgical" as const,
    custodyModel: "mass_balance" as const,
    openedOn: "2025-03-01",
  };
  const { publicId } = await call(kernel.app, principal, openBatch, head);
  const lithium = kg * 0.042;
  const waste = (kind: "hydrogen_fluoride" | "electrolyte" | "process_liquor", part: number, li = 0) => ({
    side: "waste" as const,
    kind,
    name: kind,
    kg: part,
    assay: part > 0 ? { Li: li / part } : {},
    treatment: "own_plant" as const,
  });
  await call(kernel.app, principal, saveBatch, {
    ...head,
    publicId,
    version: 1,
    handling: [],
    rows: [
      { side: "input", kind: "lot", name: `BM-${publicId}`, kg, assay: { Li: 0.042 } },
      {
        side: "product",
        kind: "product",
        name: "carbonate",
        kg: kg / 4,
        assay: { Li: (lithium * share) / (kg / 4) },
      },
      waste("hydrogen_fluoride", kg / 4),
      waste("electrolyte", kg / 4),
      waste("process_liquor", kg / 4, lithium * (1 - share)),
    ],
  });
  await call(kernel.app, principal, stepBatch, { publicId, step: "close", closedOn: "2025-04-01" });
  await call(kernel.app, principal, stepBatch, { publicId, step: "balance" });
}

const publish = () =>
  callJob(kernel.worker, { id: kernel.app.newId(), name: "rate.publish" }, publishRates, {});
const read = () => call(kernel.app, { kind: "anonymous" }, loadRates, {});

describe("the three rates", () => {
  it("[TR91] are kept back below ten bodies, then published as series of their own and never mixed", async () => {
    for (let at = 0; at < 9; at++) await addBatch(1000, 0.9);
    expect(await publish()).toMatchObject({ added: [] });
    await addBatch(1000, 0.8);
    expect((await read()).publishedOn).toBeNull();
    expect(await codeOf(call(kernel.app, firm.principal, askRates, {}))).toBe("FORBIDDEN");
    expect(await codeOf(call(kernel.app, officer.principal, askRates, {}))).toBe("done");
    expect(await publish()).toMatchObject({ added: ["BAT-recovery-Li"], figures: 1 });
    const { figures, publishedOn } = await read();
    expect(publishedOn).toBe("2026-06-01");
    expect(figures.filter(({ value }) => value !== null)).toEqual([
      { rate: "Li", year: 2025, value: 0.89, bodies: 10 },
    ]);
  });

  it("[TR91] are kept back where two bodies hold more than four fifths", async () => {
    await addBatch(400_000, 0.9);
    await addBatch(400_000, 0.9);
    kernel.setNow(new Date("2026-06-02T02:00:00Z"));
    expect(await publish()).toMatchObject({ added: [] });
  });
});

describe("conformity", () => {
  const percent = (value: number) => ({
    value: String(value),
    low: null,
    high: null,
    unit: "%",
    basis: null,
  });
  const tonnes = { value: "900", low: null, high: null, unit: "t/a", basis: null };
  const whole = {
    nickelRecovery: percent(98.5),
    powderRecovery: percent(98.4),
    powderAluminium: percent(1.2),
    powderCopper: percent(0.6),
    energy: { value: "2100", low: null, high: null, unit: "kgce/t LCE", basis: null },
    repairRoute: false,
    waterReuse: percent(93),
  };
  /** A listed recycler of its own firm with this lithium recovery; without one it cannot be told. */
  const list = async (place: number, lithium: number | null) => {
    const recycler = await addMember(kernel, await addOrganization(kernel));
    const values = {
      site: { zh: `厂 ${place}`, en: `Works ${place}` },
      qualification: "recycling",
      province: "42",
      capacity: tonnes,
      evidenceUntil: "2028-01-01",
      ...whole,
      ...(lithium !== null && { lithiumRecovery: percent(lithium) }),
    };
    await publishRecord(kernel, "conformityClaim", recycler, values, [
      ["submit", recycler],
      ["announce", officer],
      ["list", officer, "Nobody objected."],
    ]);
  };

  it("[TR96] is told of ten firms as a band from what is met to what may be", async () => {
    for (let place = 0; place < 9; place++) await list(place, place < 6 ? 91 : 85);
    kernel.setNow(new Date("2026-06-03T02:00:00Z"));
    await publish();
    expect((await read()).conformity).toBeNull();
    await list(9, null);
    kernel.setNow(new Date("2026-06-04T02:00:00Z"));
    await publish();
    expect((await read()).conformity).toEqual({ low: 60, high: 70, firms: 10 });
    // The same day with other figures changes no edition.
    await list(10, 91);
    expect(await publish()).toMatchObject({ added: [] });
    expect((await read()).conformity).toEqual({ low: 60, high: 70, firms: 10 });
  });
});

describe("the forecast", () => {
  it("[TR93] stands on sales that an officer brings in, and says the vector of the cohorts", async () => {
    const rows = [10, 20, 40, 50, 60].map((gwh, at) => ({
      year: 2016 + at,
      province: "44",
      chemistry: "other" as const,
      gwh,
    }));
    expect(await codeOf(call(kernel.app, firm.principal, saveSales, { source: "x", rows }))).toBe(
      "FORBIDDEN",
    );
    await call(kernel.app, officer.principal, saveSales, { source: "a table", rows });
    const outlook = await call(kernel.app, { kind: "anonymous" }, loadOutlook, {});
    expect(outlook).toMatchObject({
      sales: 5,
      soldGwh: 180,
      soldUntil: 2020,
      wholeUntil: 2023,
      sources: ["a table"],
    });
    expect(outlook.years.find(({ year }) => year === 2025)?.middle).toBeCloseTo(23.165088 * 7, 4);
    expect(outlook.loads.find(({ province }) => province === "44")).toMatchObject({ licensed: 0 });
    expect(outlook.loads.find(({ province }) => province === "42")?.licensed).toBeCloseTo(9.9, 9);
    const none = await call(kernel.app, { kind: "anonymous" }, loadOutlook, { province: "11" });
    expect(none.years.every(({ middle }) => middle === 0)).toBe(true);
  });
});

describe("goals", () => {
  let serial = 0;
  /** A body retires four packs of 100 kg in 2025, and some of them are collected, by itself or by a collector without a licence. */
  const addRetired = async (collected: number, unlicensed: number) => {
    const firm = await addOrganization(kernel);
    const [body, stranger] = [
      await addMember(kernel, firm),
      await addMember(kernel, await addOrganization(kernel)),
    ];
    await kernel.ownerRows(
      "insert into trace.licence (org_id, kind, from_on) values ($1, 'collect', '2020-01-01')",
      [firm.id],
    );
    for (let pack = 0; pack < 4; pack++) {
      const code = `ZZ1PB01A1B2C3DA5H${String(++serial).padStart(7, "0")}`;
      const tell = (who: typeof body, event: object) =>
        call(kernel.app, who.principal, reportEvent, { code, ...event } as never);
      await call(kernel.app, body.principal, fileBatteries, { units: [{ code, kg: 100 }] });
      await tell(body, { verb: "make", at: "2020-05-17" });
      await tell(body, { verb: "fit", at: "2020-06-01", vehicle: "V1" });
      await tell(body, { verb: "retire", at: "2025-03-01", vehicle: "V1" });
      if (pack < collected)
        await tell(pack < unlicensed ? stranger : body, { verb: "collect", at: "2025-03-05" });
    }
  };
  const adopt = (code: string, indicator: string, measure: string, vintage = "2026-06-05") =>
    call(kernel.app, officer.principal, adoptSeries, {
      ...{ code, indicator, measure, vintage, period: "2025" },
      ...{ reading: "value", region: "CN", reason: "Returns have no figure of that year." },
    } as never);
  const standing = (id: string) => call(kernel.app, { kind: "anonymous" }, loadStanding, { id });
  const judged = async (id: string) => {
    const { now, status, parts } = await standing(id);
    return { now: now?.value, status, series: parts[0]?.series?.series };
  };

  it("[TR91] [GO12] are judged by rates from events once an officer adopted them, and not before", async () => {
    await adoptDefinitions(kernel);
    for (let body = 0; body < 10; body++) await addRetired(body < 8 ? 4 : 3, body < 3 ? 1 : 0);
    kernel.setNow(new Date("2026-06-05T02:00:00Z"));
    await publish();
    const told = (await read()).figures.filter(({ year, value }) => year === 2025 && value !== null);
    expect(told).toContainEqual({ rate: "collection", year: 2025, value: 0.95, bodies: 10 });
    expect(await judged("G35-15")).toMatchObject({ now: undefined, series: undefined });
    await adopt("BAT-collection", "REC-01", "rate");
    await adopt("BAT-formal", "REC-10", "formal");
    await adopt("BAT-recovery-Li", "REC-02", "rate", "2026-06-01");
    // Of 40 packs 38 were collected, 35 of these by whoever was licensed. More than 95 % is not reached by 95 %, at least 95 % is.
    const [collection, lithium] = [
      { now: "95", series: "BAT-collection" },
      { now: "89", series: "BAT-recovery-Li" },
    ];
    expect(await judged("G25-15")).toEqual({ now: "92.1", series: "BAT-formal", status: "achieved" });
    expect([await judged("G25-17"), await judged("G35-15"), await judged("G35-16")]).toEqual([
      { ...collection, status: "missed" },
      { ...collection, status: "achieved" },
      { ...lithium, status: "first_figure" },
    ]);
  });
});

describe("what returns say beside them", () => {
  it("[TR95] is read for goals of no rate as well", async () => {
    const share = { indicator: "REC-09", measure: "share", unit: "%", value: "5.1" };
    await addPublished(kernel, "2025", share);
    expect((await read()).returned).toContainEqual({
      ...{ indicator: "REC-09", measure: "share", period: "2025", value: 5.1 },
    });
  });
});

describe("intelligent plants", () => {
  const list = async (place: number, maturity: number | null, evidenceUntil = "2028-01-01") => {
    const maker = await addMember(kernel, await addOrganization(kernel));
    const values = {
      site: { zh: `盐厂 ${place}`, en: `Salt works ${place}` },
      ...{ type: "lithium_salt", province: "36", products: ["lithium_carbonate"], evidenceUntil },
      ...(maturity !== null && { maturity }),
    };
    await publishRecord(kernel, "plant", maker, values, [
      ["submit", maker],
      ["announce", officer],
      ["list", officer, "Nobody objected."],
    ]);
  };
  const shares = async () => {
    const { rows } = await kernel.owner.execute<{ code: string; value: number; note: string }>(
      `select s.code, o.value::float8 as value, o.note from series s join observation o on o.series_id = s.id
       where s.code like 'PLANT-intelligent-%' order by s.code`,
    );
    return rows;
  };

  it("[CN8] are told of ten firms as a band; a plant whose evidence lapsed is not counted", async () => {
    for (let place = 0; place < 9; place++) await list(place, place < 4 ? 3 : 2);
    // Its evidence ran out months ago: it is listed by its state alone.
    await list(9, 5, "2026-01-31");
    kernel.setNow(new Date("2026-06-05T02:00:00Z"));
    await publish();
    expect(await shares()).toEqual([]);
    await list(10, null);
    kernel.setNow(new Date("2026-06-06T02:00:00Z"));
    await publish();
    expect(await shares()).toEqual([
      { code: "PLANT-intelligent-high", value: 50, note: "10" },
      { code: "PLANT-intelligent-low", value: 40, note: "10" },
    ]);
  });
});
