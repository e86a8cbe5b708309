import { machine } from "../../state/machine.ts";

/**
 * What became of the word that a hand-over was not received: it waits at whoever told the hand-over, who holds to it; then officers decide.
 * [TR27] [TR28]
 */
export const denialMachine = machine({
  name: "denial",
  start: "denied",
  states: { denied: {}, upheld: {}, stands: { end: true }, dropped: { end: true } },
  steps: {
    uphold: { from: ["denied"], to: "upheld", who: "asked", reason: true },
    keep: { from: ["upheld"], to: "stands", who: "officer", reason: true },
    drop: { from: ["upheld"], to: "dropped", who: "officer", reason: true },
  },
});
export type DenialState = keyof typeof denialMachine.states;

/** For which side officers decide: whoever told the hand-over, or whoever denies it. */
export const denialSides = ["giver", "receiver"] as const;
export type DenialSide = (typeof denialSides)[number];

/** So long is each word of a denial at most. The officers' word stands in a correction too, as what shows it. */
export const denialLengths = { reason: 500, decision: 200 } as const;

/**
 * What becomes of a denial when officers decide for a side.
 * @example settledAs("receiver") // "dropped": the hand-over does not count
 */
export function settledAs(side: DenialSide): DenialState {
  return denialMachine.steps[side === "giver" ? "keep" : "drop"].to;
}
