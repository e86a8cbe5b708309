import { shippedDefinitions } from "@lilink/model/goals/definition/shipped";
import { expect, it } from "vitest";
import { type ReleaseData, renderRelease } from "./render-release.ts";

const definition = shippedDefinitions.find(({ indicator }) => indicator === "RES-01") ?? null;
const measure = definition?.measures[0];
const at = { indicator: "RES-01", measure: measure?.code ?? "", unit: measure?.unit ?? "" };
const data: ReleaseData = {
  period: "2026Q3",
  edition: 1,
  frozenAt: new Date("2026-11-01T00:00:00Z"),
  names: new Map([["RES-01", { definition, usable: [] }]]),
  figures: [
    { ...at, dimensions: [], place: [], status: "published", value: "40960.25", low: null, high: null },
    {
      ...at,
      dimensions: ["province"],
      place: ["36"],
      status: "withheld",
      value: null,
      low: "0",
      high: "22000",
    },
    {
      ...at,
      dimensions: ["province"],
      place: ["51"],
      status: "published",
      value: "18304.3",
      low: null,
      high: null,
    },
  ],
};

it("[RL14] prints a release in both languages, the same bytes each time", async () => {
  for (const locale of ["zh-CN", "en"] as const) {
    const bytes = Buffer.from(await renderRelease(data, locale));
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(Buffer.from(await renderRelease(data, locale)).equals(bytes)).toBe(true);
  }
});

it("[RL14] says on every page that its figures are a sample", async () => {
  const bare = await renderRelease(data, "en");
  const sample = await renderRelease({ ...data, sample: true }, "en");
  expect(sample.byteLength).toBeGreaterThan(bare.byteLength);
});
