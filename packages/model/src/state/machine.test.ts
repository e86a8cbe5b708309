import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Machine, machine, machineRows, nextState, openSteps, statesOf, stepsOf } from "./machine.ts";

const door = machine({
  name: "door",
  start: "shut",
  states: { shut: {}, open: {}, gone: { end: true } },
  steps: {
    open: { from: ["shut"], to: "open", who: "owner" },
    shut: { from: ["open"], to: "shut", who: "owner" },
    remove: { from: ["shut", "open"], to: "gone", who: "officer", reason: true },
  },
});

describe("a state machine", () => {
  it("[SM1] says which step leads where, and which steps are open", () => {
    expect(nextState(door, "shut", "open")).toBe("open");
    expect(nextState(door, "open", "open")).toBeNull();
    expect(openSteps(door, "open")).toEqual(["shut", "remove"]);
    expect(openSteps(door, "gone")).toEqual([]);
    expect(statesOf(door)).toEqual(["shut", "open", "gone"]);
    expect(stepsOf(door)).toEqual(["open", "shut", "remove"]);
  });

  it("[SM1] gives the database one row for each way", () => {
    expect(machineRows(door)).toContainEqual({
      machine: "door",
      step: "remove",
      from: "open",
      to: "gone",
      who: "officer",
    });
    expect(machineRows(door)).toHaveLength(4);
  });

  it.each([
    ["no step leads to b", { a: {}, b: { end: true } }, { stay: { from: ["a"], to: "a" } }],
    ["b is an end and is left", { a: {}, b: { end: true } }, { on: { from: ["a", "b"], to: "b" } }],
    ["b is no end and is not left", { a: {}, b: {} }, { on: { from: ["a"], to: "b" } }],
  ])("[SM2] is refused where %s", (message, states, steps) => {
    const given = { name: "bad", start: "a", states, steps } as unknown as Machine;
    expect(() => machine(given)).toThrow(message);
  });

  it("[SM1] opens a step exactly where its row in the database does", () => {
    const rows = machineRows(door);
    fc.assert(
      fc.property(fc.constantFrom(...statesOf(door)), fc.constantFrom(...stepsOf(door)), (state, step) => {
        const row = rows.find((way) => way.from === state && way.step === step);
        expect(nextState(door, state, step)).toBe(row?.to ?? null);
      }),
    );
  });
});
