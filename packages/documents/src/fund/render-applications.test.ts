import { describe, expect, it } from "vitest";
import type { PrintedApplication } from "./applications-data.ts";
import { applicationBlocks, renderApplications } from "./render-applications.ts";

const application: PrintedApplication = {
  title: "硫化物界面反应机理",
  state: "submitted",
  lead: { nameZh: "示例大学", nameEn: "Sample University" },
  leader: "陶一鸣",
  team: ["顾清"],
  partners: [{ nameZh: "示例电芯", nameEn: null, share: 20, agreed: false }],
  share: 80,
  asked: 18_000_000,
  months: 60,
  submittedAt: new Date("2026-03-10T02:00:00Z"),
  codes: [],
  abstract: "How lithium moves.",
  body: "First paragraph.\n\nSecond paragraph.",
  words: [],
  figures: null,
};
const data = {
  call: { number: "2026-1", titleZh: "指南", titleEn: "Call" },
  madeAt: new Date("2026-04-01T00:00:00Z"),
  mark: "taken by a@b.example",
  sample: true,
};
const textOf = (given: Partial<PrintedApplication>, locale: "en" | "zh-CN") =>
  JSON.stringify(applicationBlocks({ ...application, ...given }, locale));

describe("an application as a paper", () => {
  it("[FU30] has every fact and all that was written, in the reader's language", () => {
    const en = textOf({}, "en");
    for (const part of [
      "Sample University",
      "陶一鸣",
      "20% (has not agreed)",
      "18,000,000 CNY",
      "Second paragraph.",
    ])
      expect(en).toContain(part);
    expect(textOf({}, "zh-CN")).toContain("示例大学");
  });

  it("[FU30] names reviewers and figures only where they are given", () => {
    expect(textOf({}, "en")).not.toContain("Mean");
    const figures = {
      ...{ mean: 4.25, adjusted: 4, draws: 0.9 },
      reviewers: [{ name: "A reviewer", state: "submitted" as const }],
    };
    const kept = textOf({ figures }, "en");
    for (const part of ["4.25", "90%", "A reviewer"]) expect(kept).toContain(part);
  });

  it("[FU30] one and many are PDF, the same ones the same bytes", async () => {
    const print = (count: number) =>
      renderApplications(
        { ...data, applications: Array.from({ length: count }, () => application) },
        "zh-CN",
      );
    const one = Buffer.from(await print(1));
    expect(one.subarray(0, 5).toString()).toBe("%PDF-");
    expect(Buffer.from(await print(1)).equals(one)).toBe(true);
    expect((await print(3)).byteLength).toBeGreaterThan(one.byteLength);
  });
});
