import type { MatchDocument, MatchResult } from "../document.ts";
import { judgePair } from "../score/judge-pair.ts";
import type { MatchWeights } from "../score/weights.ts";

const base = { title: "", body: "", lang: "zh", cooperation: ["supply"] } as const;
const concepts = ["li2co3-batt"];
const purity = { attribute: "purity", unit: "mass %" } as const;
const need: MatchDocument = {
  ...base,
  id: "need",
  kind: "need",
  concepts,
  figures: [{ ...purity, op: ">=", value: "99.5", hard: true }],
};
const offer = (id: string, value: string | null): MatchDocument => ({
  ...base,
  id,
  kind: "capability",
  concepts,
  figures: value === null ? [] : [{ ...purity, op: "=", value, hard: true }],
});

/** What three offers of battery-grade lithium carbonate amount to for one need: one meets its limit, one says nothing of it, one misses it. */
export type ExamplePairs = Readonly<Record<"met" | "open" | "missed", MatchResult>>;

/**
 * Made-up pairs, judged as every pair is, so that what a page of the ranking tells adds up as the pages of matches do. [MT14]
 * @example examplePairs(handWeights).open.reasons[0] // { code: "base", weight: -9.1, … }
 */
export function examplePairs(weights: MatchWeights): ExamplePairs {
  const judge = (id: string, value: string | null) => {
    const other = offer(id, value);
    return judgePair(need, other, need, other, weights);
  };
  return { met: judge("met", "99.6"), open: judge("open", null), missed: judge("missed", "98") };
}
