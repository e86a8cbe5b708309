import type { LinkId } from "../chain/index.ts";

export type Bilingual = { readonly zh: string; readonly en: string };

export const goalHorizons = [2025, 2035] as const;
export type GoalHorizon = (typeof goalHorizons)[number];

export const goalDirections = ["increase", "decrease", "maintain"] as const;
export type GoalDirection = (typeof goalDirections)[number];

export const targetOperators = [">", ">=", "<", "<=", "=", "between"] as const;
export type TargetOperator = (typeof targetOperators)[number];

/** seed: printed in the paper. published: printed elsewhere, with its address. computed: from such figures. */
export const baselineConfidences = ["seed", "published", "computed"] as const;
export type BaselineConfidence = (typeof baselineConfidences)[number];

type Figure<Words> = {
  readonly value: number;
  readonly unit: Words;
  readonly period: string;
  readonly source: string;
  readonly confidence: BaselineConfidence;
};

/** As printed. `period`: a year, a quarter (2022Q1) or a span. `alternative`: a second printed figure, never averaged in. */
export type Baseline<Words = Bilingual> = Figure<Words> & {
  readonly alternative?: Figure<Words>;
  readonly others?: Words;
};

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
