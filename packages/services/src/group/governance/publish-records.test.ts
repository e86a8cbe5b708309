import { observation, series } from "@lilink/db/schema";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addOffice, addRecord, adoptDefinitions, createTestKernel } from "../../../testing/index.ts";
import { loadStanding } from "../../figures/goal/load-standings.ts";
import { adoptSeries } from "../../figures/series/adopt-series.ts";
import { call, callJob } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { publishRecords, recordSeries } from "./publish-records.ts";

const kernel = await createTestKernel(new Date("2026-11-10T02:00:00Z"));
const { app } = kernel;
await adoptDefinitions(kernel);
const { officer, second } = await addOffice(kernel);
const visitor = { kind: "anonymous" } as const;

const told = (value: number) => ({ value: String(value), low: null, high: null, unit: "1", basis: null });
const gapValues = (name: string, domestic: number, frontier: number, year: number, given: object = {}) => ({
  title: { zh: name, en: name },
  links: ["materials"],
  node: "sse-sulfide",
  measure: "readiness",
  unit: "TRL 1-9",
  domestic: told(domestic),
  domesticYear: year,
  frontier: told(frontier),
  frontierYear: year,
  better: "higher",
  comparison: "comparable",
  ...given,
});
const gap = (...given: Parameters<typeof gapValues>) =>
  addRecord(kernel, [officer, second], "gapRecord", gapValues(...given));
const patent = (number: string, holderCountry: string, grantedOn: string, given: object = {}) =>
  addRecord(kernel, [officer, second], "patent", {
    number,
    title: { zh: number, en: number },
    holder: "Somebody",
    holderCountry,
    office: "CN",
    node: "lfp",
    grantedOn,
    ...given,
  });
const publish = () =>
  callJob(kernel.worker, { id: app.newId(), name: "governance.publish" }, publishRecords, {});
const rowsOf = async (code: string, vintage: string) =>
  (
    await kernel.owner
      .select({ period: observation.period, value: observation.value })
      .from(observation)
      .innerJoin(series, eq(series.id, observation.seriesId))
      .where(and(eq(series.code, code), eq(series.vintage, vintage)))
      .orderBy(observation.period)
  ).map(({ period, value }) => [period, Number(value)]);

describe("series from gap records and patents", () => {
  it("[GP2] [PT9] [GO14] are published by year, with nothing typed, and no second edition of the same", async () => {
    expect(await publish()).toMatchObject({ added: [], figures: 0 });
    const first = await gap("硫化物电解质", 4, 8, 2024);
    await gap("固态膜", 6, 7, 2024);
    await gap("磁性异物", 60, 45, 2024, { unit: "ppb", better: "lower" });
    await gap("尚未结束的年份", 1, 9, 2026);
    await gap("不可比", 1, 9, 2024, { comparison: "other_method" });
    await patent("CN111111111A", "CN", "2024-03-01");
    await patent("CN222222222A", "US", "2024-04-01", { family: "A" });
    await patent("CN333333333A", "US", "2025-04-01", { family: "A" });
    expect(await publish()).toMatchObject({ added: Object.values(recordSeries).map(({ code }) => code) });
    expect(await rowsOf(recordSeries.gap.code, "2026-11-10")).toEqual([["2024", 2.5]]);
    expect(await rowsOf(recordSeries.granted.code, "2026-11-10")).toEqual([
      ["2024", 1],
      ["2025", 0],
    ]);
    expect(await rowsOf(recordSeries.share.code, "2026-11-10")).toEqual([
      ["2024", 50],
      ["2025", 50],
    ]);

    // The record is read again a year later; what it said before stays in the series.
    await readAgain(first.publicId, gapValues("硫化物电解质", 5, 8, 2025));
    kernel.setNow(new Date("2026-11-11T02:00:00Z"));
    expect(await publish()).toMatchObject({ added: [recordSeries.gap.code], figures: 2 });
    expect(await rowsOf(recordSeries.gap.code, "2026-11-11")).toEqual([
      ["2024", 2.5],
      ["2025", 2],
    ]);
    expect(await publish()).toMatchObject({ added: [], figures: 0 });
  });

  it("[GO14] [GP2] a goal is judged by the figure that an officer adopts", async () => {
    const judged = () => call(app, visitor, loadStanding, { id: "G35-13" });
    expect(await judged()).toMatchObject({ now: null });
    await call(app, officer.principal, adoptSeries, {
      code: recordSeries.gap.code,
      vintage: "2026-11-11",
      period: "2025",
      reading: "value",
      region: "CN",
      indicator: "MAT-03",
      measure: "gap",
      reason: "The gap records of the year.",
    });
    expect(await judged()).toMatchObject({
      now: { period: "2025", value: "2" },
      parts: [{ series: { series: recordSeries.gap.code } }],
    });
    for (const [source, measure] of [
      [recordSeries.granted, "granted"],
      [recordSeries.share, "family_share"],
    ] as const)
      await call(app, officer.principal, adoptSeries, {
        code: source.code,
        vintage: "2026-11-10",
        period: "2025",
        reading: "value",
        region: "CN",
        indicator: "MAT-04",
        measure,
        reason: "Patents of the register.",
      });
  });
});

async function readAgain(publicId: string, values: object): Promise<void> {
  const verbs = recordVerbs.gapRecord;
  if (!verbs) throw new Error("no such register");
  const load = async () => call(app, officer.principal, verbs.load, { publicId } as never);
  const step = async (name: string, who: typeof officer) =>
    call(app, who.principal, verbs.step, {
      publicId,
      step: name,
      revision: (await load()).revision,
    } as never);
  await step("revise", officer);
  const found = await load();
  await call(app, officer.principal, verbs.save, {
    publicId,
    revision: found.revision,
    values: { ...found.shown.values, ...values },
    sources: [{ title: "A paper" }],
    readings: Object.fromEntries(Object.keys(values).map((field) => [field, { reading: "seen", source: 0 }])),
  } as never);
  await step("submit", officer);
  await step("publish", second);
}
