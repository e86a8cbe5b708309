import { normalizeText } from "@lilink/engine/text";
import { describe, expect, it } from "vitest";
import { readDates } from "./read-dates.ts";

function read(text: string, today?: string): string {
  const { window, open } = readDates(normalizeText(text).text, today);
  const asked = open.map(({ doubt }) => `? ${doubt}`);
  return [...(window ? [`${window.from ?? ""}..${window.to ?? ""}`] : []), ...asked].join(" | ");
}

describe("one window of several", () => {
  it.each([
    ["2027年3月交100吨，6月再交200吨", "? several"],
    ["2027年1-3月每月100吨，4-12月每月200吨", "? several"],
    ["2027年全年供货，其中一季度交500吨", "2027-01-01..2027-12-31"],
    ["截止2027年1月15日接受报价，2027年3月供货", "2027-03-01..2027-03-31"],
  ])("[MT41] %s", (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });

  it("[MT41] what was over before the day of the caller opens none; without that day every year counts", () => {
    expect(read("2025年3月交货")).toBe("2025-03-01..2025-03-31");
    expect(read("2025年3月交货", "2025-01-01")).toBe("2025-03-01..2025-03-31");
    expect(read("2025年3月交货", "2025-04-01")).toBe("");
    expect(read("2025年1月至2028年12月供货", "2026-06-01")).toBe("2025-01-01..2028-12-31");
  });
});
