import type { LinkId } from "../chain/index.ts";
import type { Baseline, Bilingual, GoalDirection } from "../indicator/index.ts";

export const goalHorizons = [2025, 2035] as const;
export type GoalHorizon = (typeof goalHorizons)[number];

export const targetOperators = [">", ">=", "<", "<=", "=", "between"] as const;
export type TargetOperator = (typeof targetOperators)[number];

/** `origin` seed: the paper gives this number. Four goals have one. */
export type PrintedTarget = {
  readonly origin: "seed";
  readonly operator: TargetOperator;
  readonly value: number;
  readonly unit: Bilingual;
};

/** `origin` proposal: written for this product, not in the paper; screens must say so. A value may be words or a corridor. */
export type ProposedTarget = {
  readonly origin: "proposal";
  readonly indicator: string;
  readonly operator: TargetOperator;
  readonly value: number | readonly [number, number] | Bilingual;
  readonly unit: Bilingual;
  readonly why: Bilingual | null;
};

export type Goal = {
  readonly id: string;
  readonly horizon: GoalHorizon;
  readonly section: string;
  readonly link: LinkId;
  readonly statement: Bilingual;
  readonly indicator: string;
  readonly furtherIndicators: readonly string[];
  readonly direction: GoalDirection;
  readonly baseline: Baseline | null;
  readonly target: PrintedTarget | null;
  readonly proposal: ProposedTarget | null;
  readonly note?: Bilingual;
};

/** A goal over all links, without indicator or number. */
export type OverarchingGoal = {
  readonly id: string;
  readonly section: string;
  readonly statement: Bilingual;
};
