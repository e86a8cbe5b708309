import type { LinkId } from "../chain/index.ts";
import indicatorsJson from "./data/indicators.json" with { type: "json" };
import type { Baseline, Bilingual, GoalDirection } from "./words.ts";

/** The words of a definition sheet. */
export type SheetWords = {
  readonly unit: string;
  readonly formula: string;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly breakdowns: readonly string[];
  readonly reportingEntity: string;
  readonly frequency: string;
  readonly aggregation: string;
  readonly qualityChecks: readonly string[];
  readonly disclosure: string;
  readonly note?: string;
  readonly workedExample?: string;
};

/**
 * A statistical definition sheet. It is written in English; `zh` is this product's translation of it, and its mark says
 * so. All definitions are proposals of this product; baselines and thresholds carry their own source. `disclosure` never
 * waives disclosure control.
 */
export type Indicator = SheetWords & {
  readonly id: string;
  readonly link: LinkId;
  readonly name: Bilingual;
  readonly better: GoalDirection;
  readonly confidence: "proposal";
  readonly baseline?: Omit<Baseline<string>, "others"> & { readonly others?: string };
  readonly validRange?: readonly number[];
  readonly thresholds?: Readonly<Record<string, unknown>>;
  readonly zh: SheetWords & { readonly origin: "translation" };
};

/** All 55 sheets. */
export const indicators = indicatorsJson as readonly Indicator[];

const indicatorById = new Map(indicators.map((indicator) => [indicator.id, indicator]));

/** The sheet of an id, or null. @example findIndicator("MAT-01")?.name.zh */
export function findIndicator(id: string): Indicator | null {
  return indicatorById.get(id) ?? null;
}

/**
 * The words of a sheet in a language; those in Chinese are a translation ([GO8]).
 * @example sheetWords(indicator, "zh").frequency // "季度"
 */
export function sheetWords(indicator: Indicator, language: "zh" | "en"): SheetWords {
  return language === "en" ? indicator : indicator.zh;
}
