import type { LinkId } from "../chain/index.ts";
import indicatorsJson from "./data/indicators.json";
import type { Baseline, Bilingual, GoalDirection } from "./goal.ts";

/**
 * A statistical definition sheet. The names are in both languages, the definition in English. All definitions are
 * proposals of this product; baselines and thresholds carry their own source. `disclosure` never waives disclosure control.
 */
export type Indicator = {
  readonly id: string;
  readonly link: LinkId;
  readonly name: Bilingual;
  readonly unit: string;
  readonly better: GoalDirection;
  readonly formula: string;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly breakdowns: readonly string[];
  readonly reportingEntity: string;
  readonly frequency: string;
  readonly aggregation: string;
  readonly qualityChecks: readonly string[];
  readonly disclosure: string;
  readonly confidence: "proposal";
  readonly baseline?: Omit<Baseline<string>, "others"> & { readonly others?: string };
  readonly validRange?: readonly number[];
  readonly note?: string;
  readonly workedExample?: string;
  readonly thresholds?: Readonly<Record<string, unknown>>;
};

/** All 55 sheets. */
export const indicators = indicatorsJson as readonly Indicator[];

const indicatorById = new Map(indicators.map((indicator) => [indicator.id, indicator]));

/** The sheet of an id, or null. @example findIndicator("MAT-01")?.name.zh */
export function findIndicator(id: string): Indicator | null {
  return indicatorById.get(id) ?? null;
}
