export type Bilingual = { readonly zh: string; readonly en: string };

export const goalDirections = ["increase", "decrease", "maintain"] as const;
export type GoalDirection = (typeof goalDirections)[number];

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
