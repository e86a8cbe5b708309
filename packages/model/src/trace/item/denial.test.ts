import { describe, expect, it } from "vitest";
import { nextState } from "../../state/machine.ts";
import { denialMachine, denialSides, settledAs } from "./denial.ts";
import { heldKinds, itemKinds, overseenKinds } from "./list-items.ts";

describe("a denied hand-over", () => {
  it("[TR27] [TR28] is upheld once by whoever told it, and then decided once by officers", () => {
    const steps = Object.keys(denialMachine.steps) as (keyof typeof denialMachine.steps)[];
    const open = (state: keyof typeof denialMachine.states) =>
      steps.filter((step) => nextState(denialMachine, state, step) !== null);
    expect(open("denied")).toEqual(["uphold"]);
    expect(open("upheld")).toEqual(["keep", "drop"]);
    expect([...open("stands"), ...open("dropped")]).toEqual([]);
    for (const step of steps) expect(denialMachine.steps[step].reason).toBe(true);
  });

  it("[TR28] stands where officers decide for whoever told it, and else does not count", () => {
    expect(denialSides.map(settledAs)).toEqual(["stands", "dropped"]);
  });

  it("[TR27] waits at a body while it is denied, and at officers once two words stand", () => {
    expect(itemKinds.filter((kind) => !heldKinds.includes(kind))).toEqual(["disputed"]);
    expect(overseenKinds).toEqual(expect.arrayContaining(["denied", "disputed"]));
  });
});
