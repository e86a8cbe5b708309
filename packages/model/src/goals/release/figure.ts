import { machine, statesOf } from "../../state/index.ts";

/** Who may read a release as a whole; an indicator in it may be for fewer. */
export const releaseAudiences = ["everyone", "members"] as const;
export type ReleaseAudience = (typeof releaseAudiences)[number];

/** A release is made by the worker, once; what could not be made is asked for anew as another one. [RL4] */
export const releaseMachine = machine({
  name: "release",
  start: "making",
  states: { making: {}, frozen: { end: true }, failed: { end: true } },
  steps: {
    freeze: { from: ["making"], to: "frozen", who: "job" },
    fail: { from: ["making"], to: "failed", who: "job" },
  },
});
export const releaseStates = statesOf(releaseMachine);
export type ReleaseState = (typeof releaseStates)[number];

/** withheld: W with bounds, where there are any. absent: nothing that could be a figure, such as a share of nothing. */
export const figureStatuses = ["published", "withheld", "absent"] as const;

/** What a reader learns of a figure: decimal strings, null where there is none. */
export type FigureAnswer =
  | { readonly status: "published"; readonly value: string; readonly low: null; readonly high: null }
  | {
      readonly status: "withheld";
      readonly value: null;
      readonly low: string | null;
      readonly high: string | null;
    }
  | { readonly status: "absent"; readonly value: null; readonly low: null; readonly high: null };

/** One figure of a release: a component's sum or a measure, at one code for each of its dimensions. */
export type FigureCell = FigureAnswer & {
  readonly indicator: string;
  readonly measure: string;
  readonly unit: string;
  readonly dimensions: readonly string[];
  readonly place: readonly string[];
};
