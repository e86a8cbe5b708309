import { describe, expect, it } from "vitest";
import type { BalanceRow, WeakRow } from "./queries.ts";
import { chooseConcept, offersOf, placeAround, toWanted } from "./view.ts";

const row = (concept: string, unmet = "0"): BalanceRow => ({
  ...{ concept, unmet, met: "0", spare: "0", link: "lithium_salt", oneMore: { does: "nothing" } },
  ...{ needs: 1, askedBy: 0, capabilities: 0, offeredBy: 0, otherBasis: {} },
});

describe("volumes along the chain", () => {
  it("opens with the concept that misses most, and with the one asked for where it stands", () => {
    const rows = [row("lifsi", "9"), row("lioh-batt", "1200"), row("dtd")];
    expect(chooseConcept(rows, undefined)).toBe("lioh-batt");
    expect(chooseConcept(rows, "dtd")).toBe("dtd");
    expect(chooseConcept(rows, "no-such")).toBe("lioh-batt");
    expect(chooseConcept([], "dtd")).toBeNull();
    // One whose amounts are told on both sides says more than a larger shortage without.
    const told = { ...row("lifsi", "9"), asked: "19", offered: "10" };
    expect(chooseConcept([...rows, told], undefined)).toBe("lifsi");
  });

  it("sets a concept between what it is made from and what is made from it", () => {
    const rows = [row("ncm811"), row("high-nickel"), row("pcam-high-nickel"), row("lioh-batt"), row("lifsi")];
    const placed = placeAround(rows, "high-nickel");
    expect(placed.map(({ concept }) => concept)).not.toContain("lifsi");
    expect(placed.find(({ concept }) => concept === "high-nickel")?.place).toBe("own");
    expect(placed.find(({ concept }) => concept === "ncm811")?.place).toBe("kind");
    expect(placeAround(rows, "ncm811").find(({ concept }) => concept === "high-nickel")?.place).toBe("wider");
  });
});

describe("demand beside supply", () => {
  it("counts projects among what may serve a need, and leaves out what nobody asks for", () => {
    const weak: WeakRow = {
      ...{
        concept: "dtd",
        link: "materials",
        state: "weak",
        kindOffers: 0,
        gap: null,
        balance: null,
        constraint: null,
      },
      ...{ needs: 1, askedBy: 0, capabilities: 0, offeredBy: 0, otherBasis: {}, projects: 2 },
    };
    expect(offersOf(weak)).toBe(2);
    expect(toWanted([weak, { ...weak, needs: 0 }])).toEqual([weak]);
  });
});
