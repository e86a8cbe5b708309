import type { ConceptType, LinkId } from "../chain/index.ts";
import type { Goalposts } from "./score.ts";

/** What can make a link of the chain weak. */
export const factorIds = [
  "import_dependence",
  "source_concentration",
  "firm_concentration",
  "tech_gap",
  "patent_exposure",
  "capacity_gap",
  "unanswered_needs",
  "recovery_gap",
  "laboratory",
] as const;
export type FactorId = (typeof factorIds)[number];

export type FactorRule = Goalposts & {
  readonly id: FactorId;
  readonly weight: number;
  /** Days after which a figure counts as old and its bounds widen. */
  readonly halfLife: number;
  /** What the figure is counted in: a share, an index of 0 to 1, or a number of things. */
  readonly unit: "share" | "index" | "count";
  /** Kinds and links of nodes that the factor is asked of; elsewhere it does not apply. */
  readonly types: readonly ConceptType[];
  readonly links?: readonly LinkId[];
};

/** Goalposts, weights and half-lives as they hold from a day on. */
export type HealthRules = {
  readonly id: string;
  readonly from: string;
  readonly factors: readonly FactorRule[];
};

const traded = ["product", "reagent", "equipment"] as const;
const made = ["product", "process", "technology", "reagent", "equipment"] as const;
const all = [...made, "service"] as const;

/** All of it a proposal: the paper names no goalposts. A later set is added below; none is changed. [WL1] */
export const healthRules: readonly HealthRules[] = [
  {
    id: "2020",
    from: "2020-01-01",
    factors: [
      rule("import_dependence", 0.16, { low: 0, high: 0.8 }, 730, "share", traded),
      rule("source_concentration", 0.14, { low: 0.15, high: 0.7 }, 365, "index", traded),
      rule("firm_concentration", 0.06, { low: 0.6, high: 1 }, 730, "share", traded),
      rule("tech_gap", 0.18, { low: 0, high: 0.5 }, 1095, "share", all),
      rule("patent_exposure", 0.1, { low: 0, high: 5 }, 730, "count", made),
      rule("capacity_gap", 0.1, { low: 0, high: 0.5 }, 365, "share", [...traded, "service"]),
      rule("unanswered_needs", 0.12, { low: 0, high: 1 }, 90, "share", all),
      { ...rule("recovery_gap", 0.08, { low: 0.05, high: 0.6 }, 730, "share", made), links: ["recycling"] },
      rule("laboratory", 0.06, { low: 0, high: 2, direction: -1 }, 365, "count", made),
    ],
  },
];

function rule(
  id: FactorId,
  weight: number,
  goalposts: Goalposts,
  halfLife: number,
  unit: FactorRule["unit"],
  types: readonly ConceptType[],
): FactorRule {
  return { id, weight, ...goalposts, halfLife, unit, types };
}

/** The rules in force on a day. @throws Error for a day before the first of them */
export function healthRulesOn(day: string): HealthRules {
  const found = healthRules.filter(({ from }) => from <= day).at(-1);
  if (!found) throw new Error(`no rules of chain health on ${day}`);
  return found;
}
