import { describe, expect, it } from "vitest";
import type { AwardMoney } from "./read-awards.ts";
import { sumPortfolio } from "./sum-portfolio.ts";

const now = new Date("2026-11-30T04:00:00Z");
const award = (given: Partial<AwardMoney>): AwardMoney => ({
  publicId: "award",
  callId: "call",
  researchClass: "basic",
  amount: 100,
  startsOn: "2025-01-01",
  months: 24,
  state: "active",
  paid: [],
  lastPaidOn: "2026-06-01",
  ...given,
});

describe("the money of a portfolio", () => {
  it("[FU20] tells of this year what its bar shows: money paid ahead is no longer due, what an ended grant was paid counts", () => {
    const { pace, years } = sumPortfolio(
      [
        award({
          paid: [
            { year: 2025, amount: 60 },
            { year: 2026, amount: 20 },
          ],
        }),
        award({ researchClass: "applied", state: "terminated", paid: [{ year: 2026, amount: 5 }] }),
      ],
      now,
    );
    const bar = years.find(({ year }) => year === 2026);
    expect(bar).toMatchObject({ basic: { paid: 20, open: 20 }, applied: { paid: 5, open: 0 } });
    expect(pace).toMatchObject({ paid: 25, due: 45 });
  });

  it("[FU20] has nothing due without an award, and no bar", () => {
    expect(sumPortfolio([], now)).toMatchObject({ pace: { paid: 0, due: 0 }, years: [] });
  });
});
