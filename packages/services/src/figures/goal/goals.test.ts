import { parseUsgs, shippedSeries } from "@lilink/model/goals";
import { describe, expect, it } from "vitest";
import { createTestKernel } from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { importSeries } from "./import-series.ts";
import { listGoals, loadGoalCard, loadIndicator } from "./load-goal.ts";
import { readSeriesFile } from "./read-series-file.ts";
import { seedSeries } from "./seed-series.ts";

const kernel = await createTestKernel();
const visitor = { kind: "anonymous" } as const;
type Input = Parameters<typeof callJob<typeof importSeries.input, never>>[3];
const take = (input: Input) =>
  callJob(kernel.worker, { id: kernel.app.newId(), name: "goal.import" }, importSeries, input);
const text = "Country,Year,USGS_production\nChina,2022,19000\nWorld,2022,130000\n";
const shipped = () => {
  const { series, rows } = shippedSeries();
  return { series: [...series], rows: [...rows] };
};
const edition = (vintage: string, csv = text) => {
  const { series, rows } = parseUsgs(csv, { vintage });
  return { series: [...series], rows: [...rows] };
};

describe("goals", () => {
  it("[GO1] are read by everyone, with or without figures", async () => {
    const { goals, overarching } = await call(kernel.app, visitor, listGoals, {});
    expect([goals.length, overarching.length]).toEqual([35, 9]);
    expect((await call(kernel.app, visitor, loadGoalCard, { id: "G25-01" })).series).toEqual([]);
    await expect(call(kernel.app, visitor, loadGoalCard, { id: "G99-99" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("[GO7] takes in what is shipped, and a second time changes nothing", async () => {
    const first = await take(shipped());
    expect(first?.added.length).toBe(shippedSeries().series.length);
    expect(await take(shipped())).toMatchObject({ added: [], figures: 0 });
    const { series } = await call(kernel.app, visitor, loadIndicator, { id: "RES-01" });
    expect(series[0]).toMatchObject({ code: "usgs-lithium-production", unit: "t Li" });
    expect(new Set(series[0]?.figures.map((figure) => figure.region))).toContain("CN");
  });

  it("[GO7] keeps two vintages side by side and refuses other figures for one that is out", async () => {
    await take(edition("2023"));
    await take(edition("2024", text.replace("19000", "19500")));
    const { series } = await call(kernel.app, visitor, loadIndicator, { id: "RES-01" });
    expect(series.map((reading) => reading.vintage)).toEqual(expect.arrayContaining(["2023", "2024"]));
    await expect(take(edition("2024", text.replace("19000", "20000")))).rejects.toMatchObject({
      code: "CONFLICT",
      params: { vintage: "2024" },
    });
  });

  it("[GO7] leaves an operator's edition alone when the product brings its own", async () => {
    expect(await seedSeries(kernel.worker)).toBe(0);
  });

  it("[GO7] wants a licence and a vintage, and names line, column and rule of what is wrong", () => {
    const bare = readSeriesFile("owid", "Entity,Code,Year,Production\nChina,CHN,2x,10\n", {});
    expect(bare.faults).toEqual([
      { row: 2, column: "Year", rule: "notADate", params: { found: "2x" } },
      { row: 0, column: "--licence", rule: "required" },
      { row: 0, column: "--vintage", rule: "required" },
    ]);
    expect(readSeriesFile("trade", "{", {}).faults).toEqual([{ row: 1, column: "", rule: "badFormat" }]);
  });

  it("[GO7] is a job's alone", async () => {
    await expect(call(kernel.app, visitor, importSeries, shipped())).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
  });
});
