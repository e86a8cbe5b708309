import { describe, expect, it } from "vitest";
import { nextState, openSteps } from "../state/index.ts";
import { achievement, checkValues, findRegister, missingOf, type Register } from "./index.ts";

const register = findRegister("achievement") as Register;
const cost = (value: string, unit: string) => ({ value, low: null, high: null, unit, basis: null });
const faults = (values: Record<string, unknown>) =>
  checkValues(register, {
    ...Object.fromEntries(Object.keys(register.fields).map((name) => [name, null])),
    ...values,
  });

describe("an achievement", () => {
  it("[AC1] tells its difference and both costs, or it goes nowhere", () => {
    expect(missingOf(register, {})).toEqual(
      expect.arrayContaining(["difference", "ownCost", "rivalCost", "basis"]),
    );
    expect(achievement.machine.steps.disclose.guard).toBe("complete");
    expect(achievement.machine.steps.offer.guard).toBe("complete");
  });

  it("[AC2] compares like with like, and no figure is a unit apart", () => {
    expect(faults({ ownCost: cost("62000", "CNY/t"), rivalCost: cost("7.1", "10k CNY/t") })).toEqual([]);
    expect(faults({ ownCost: cost("6.2", "CNY/t"), rivalCost: cost("71000", "CNY/t") })).toEqual([
      { field: "ownCost", rule: "implausible", params: { min: 71, max: 71_000_000 } },
    ]);
    expect(faults({ ownCost: cost("62000", "CNY/t"), rivalCost: cost("0.5", "CNY/kWh") })).toEqual([
      { field: "rivalCost", rule: "unitMismatch" },
    ]);
  });

  it("[AC3] nobody but its owner sees it before its rights are cleared", () => {
    const { states } = register.machine;
    for (const state of ["draft", "disclosed", "ip_cleared", "shelved"])
      expect(states[state]?.live).toBeUndefined();
    expect(nextState(achievement.machine, "disclosed", "offer")).toBeNull();
    expect(openSteps(achievement.machine, "ip_cleared")).toEqual(["offer", "shelve"]);
  });

  it("[AC4] a publication before the filing, and an offer before the embargo ends, are refused", () => {
    expect(faults({ publishOn: "2026-12-01", priorityOn: "2026-12-02" })).toMatchObject([
      { field: "priorityOn" },
    ]);
    expect(faults({ publishOn: "2026-12-01", priorityOn: "2026-12-01" })).toEqual([]);
    expect(faults({ embargoUntil: "2027-01-01", offeredOn: "2026-12-31" })).toMatchObject([
      { field: "offeredOn" },
    ]);
    expect(faults({ embargoUntil: "2027-01-01", offeredOn: "2027-01-01" })).toEqual([]);
  });

  it("[AC5] what came of a transfer is owed 12 and 36 months after the contract", () => {
    expect(register.due).toMatchObject({
      transferred: { field: "contractOn", months: 12 },
      followed: { field: "contractOn", months: 36 },
    });
  });
});
