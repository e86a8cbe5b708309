import { describe, expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  adoptDefinitions,
  asRaw,
  createTestKernel,
} from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { importSeries } from "../goal/import-series.ts";
import { loadStanding } from "../goal/load-standings.ts";
import { seedSeries } from "../goal/seed-series.ts";
import { adoptSeries, listSeriesMeasures, readSeries, withdrawSeries } from "./adopt-series.ts";
import { listSeries, loadSeries } from "./list-series.ts";

const kernel = await createTestKernel();
const { app } = kernel;
await adoptDefinitions(kernel);
await seedSeries(kernel.worker);
const { officer } = await addOffice(kernel);
const member = await addMember(kernel, await addOrganization(kernel));
const visitor = { kind: "anonymous" } as const;
const imports = { code: "TR06-import", vintage: "as published", period: "2023-01..2023-09" } as const;
const adoption = {
  ...imports,
  reading: "concentration",
  indicator: "RES-03",
  measure: "hhi",
  reason: "The only figure by partner of that year.",
} as const;

/** Imports of two partners by year. */
function toImports(years: Readonly<Record<string, readonly [number, number]>>) {
  const head = { source: "x", address: null, licence: "x", vintage: "1", confidence: "published" as const };
  const rows = Object.entries(years).flatMap(([period, values]) =>
    values.map((value, at) => ({
      series: "imports",
      region: at === 0 ? "AU" : "CL",
      year: Number(period),
      period,
      value: String(value),
    })),
  );
  return { series: [{ ...head, code: "imports", name: { zh: "x", en: "x" }, unit: "t" }], rows };
}

describe("published series", () => {
  it("[GO5] are all found by words of code, name, source or unit, page by page", async () => {
    const all = await call(app, visitor, listSeries, { limit: 100 });
    expect(all.items.length).toBeGreaterThan(10);
    const first = await call(app, visitor, listSeries, { limit: 2 });
    const second = await call(app, visitor, listSeries, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 4));
    const { items } = await call(app, visitor, listSeries, { q: "ＴＲ06 imports" });
    expect(items).toMatchObject([
      { code: "TR06-import", editions: 1, regions: 5, period: "2023-01..2023-09" },
    ]);
    const sorted = (await call(app, visitor, loadSeries, { code: "TR06-import" })).editions[0]?.figures;
    const sum = sorted?.find(({ region }) => region === "WLD");
    expect(sum).toBeDefined();
    expect(items[0]?.last).toEqual({ value: sum?.value, period: sum?.period, region: "WLD" });
    expect((await call(app, visitor, listSeries, { q: "100%_" })).items).toEqual([]);
    const one = await call(app, visitor, loadSeries, { code: "TR06-import" });
    expect(one.editions[0]?.figures).toHaveLength(6);
    await expect(call(app, visitor, loadSeries, { code: "none" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("a series as the source of a measure", () => {
  it("[GO12] is adopted by an officer, computed and not typed, once for a period, and withdrawn with a reason", async () => {
    const measures = await call(app, officer.principal, listSeriesMeasures, { code: imports.code });
    expect(measures).toContainEqual(
      expect.objectContaining({ indicator: "RES-03", measure: "hhi", readings: ["concentration"] }),
    );
    const shown = await call(app, officer.principal, readSeries, { ...imports, reading: "concentration" });
    const adopted = await call(app, officer.principal, adoptSeries, adoption);
    expect(adopted).toMatchObject(shown);
    expect(Number(shown.low)).toBeCloseTo(0.698904, 6);
    expect(Number(shown.high)).toBeCloseTo(0.699513, 6);
    const { adoptions } = await call(app, visitor, loadSeries, { code: imports.code });
    expect(adoptions).toMatchObject([
      { ...shown, indicator: "RES-03", vintage: "as published", region: null },
    ]);
    await expect(call(app, officer.principal, adoptSeries, adoption)).rejects.toMatchObject({
      faults: [{ field: "period", rule: "alreadyUsed" }],
    });
    const end = { publicId: adopted.publicId, reason: "Returns have it now." };
    await call(app, officer.principal, withdrawSeries, end);
    await expect(call(app, officer.principal, withdrawSeries, end)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await call(app, visitor, loadSeries, { code: imports.code })).adoptions).toEqual([]);
    await call(app, officer.principal, adoptSeries, adoption);
  });

  it("[GO12] gives a goal its figure where no release has one", async () => {
    const { series, rows } = toImports({ "2024": [60, 40], "2025": [55, 45] });
    const job = { id: app.newId(), name: "goal.import" };
    await callJob(kernel.worker, job, importSeries, { series, rows });
    const judged = () => call(app, visitor, loadStanding, { id: "G25-05" });
    expect(await judged()).toMatchObject({ now: null, parts: [{ series: null }] });
    // Without a sum of its own the largest region of the last period is told.
    const { items } = await call(app, visitor, listSeries, { q: "imports" });
    expect(items.find(({ code }) => code === "imports")?.last).toEqual({
      value: "55",
      period: "2025",
      region: "AU",
    });
    for (const period of ["2024", "2025"])
      await call(app, officer.principal, adoptSeries, { ...adoption, code: "imports", vintage: "1", period });
    expect(await judged()).toMatchObject({
      now: { period: "2025", value: "0.505" },
      parts: [{ series: { series: "imports", vintage: "1" }, release: null }],
      release: null,
    });
  });

  it.each([
    ["period", "notInList", { period: "2024" }],
    ["reading", "unitMismatch", { measure: "hhi", reading: "largest_share" }],
    ["measure", "notInList", { measure: "none" }],
    ["region", "required", { reading: "share", indicator: "RES-04", measure: "top1" }],
    ["region", "notInList", { reading: "share", indicator: "RES-04", measure: "top1", region: "XX" }],
  ] as const)("[GO12] names the field %s that breaks %s", async (field, rule, change) => {
    await expect(call(app, officer.principal, adoptSeries, { ...adoption, ...change })).rejects.toMatchObject(
      { faults: [{ field, rule }] },
    );
  });

  it("[GO12] is for officers alone, in the database too", async () => {
    await expect(call(app, member.principal, adoptSeries, adoption)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const change = "update series_adoption set withdrawn_at = now(), withdrawn_reason = 'x'";
    expect(await asRaw(kernel, member, change)).toBe("nothing");
    expect(await asRaw(kernel, officer, "update series_adoption set high = 1")).toBe("42501");
  });
});
