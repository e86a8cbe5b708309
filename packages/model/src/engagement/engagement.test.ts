import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextState } from "../state/index.ts";
import { engagementMachine, engagementStates, pairMachine, standingOn } from "./index.ts";

const day = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("an engagement", () => {
  it("[AV2] holds exactly when it is active and the day is one of its days", () => {
    fc.assert(
      fc.property(fc.constantFrom(...engagementStates), day, day, day, (state, fromOn, untilOn, on) => {
        const within = Date.parse(on) >= Date.parse(fromOn) && Date.parse(on) <= Date.parse(untilOn);
        expect(standingOn({ state, fromOn, untilOn }, on) === "holds").toBe(state === "active" && within);
      }),
    );
  });

  it("[AV2] that is proposed, declined or ended opens nothing; a proposal lapses with its last day", () => {
    const dated = { fromOn: "2026-01-01", untilOn: "2026-12-31" };
    expect(standingOn({ state: "ended", ...dated }, "2026-06-01")).toBe("ended");
    expect(standingOn({ state: "active", ...dated }, "2025-12-31")).toBe("later");
    expect(standingOn({ state: "proposed", ...dated }, "2027-01-01")).toBe("over");
  });

  it("[AV2] is never taken up again once it ended", () => {
    for (const end of ["declined", "ended"] as const)
      for (const step of ["accept", "decline", "end"] as const)
        expect(nextState(engagementMachine, end, step)).toBeNull();
  });

  it("[AV5] a proposed pair is decided by its client, once", () => {
    expect(Object.values(pairMachine.steps).map(({ who }) => who)).toEqual(["owner", "owner"]);
    expect(nextState(pairMachine, "taken", "dismiss")).toBeNull();
  });
});
