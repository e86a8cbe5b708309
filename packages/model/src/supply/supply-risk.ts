import { toInputError } from "../error/index.ts";

/** A country's share of a supply (0 to 1), its governance (0 good to 10 bad) and its trade (above 1: export barriers, below 1: agreements). */
export type RatedSource = { readonly share: number; readonly governance: number; readonly trade: number };

export type SupplyRiskInput = {
  /** Who produces in the world, and whom one buys from. */
  readonly global: readonly RatedSource[];
  readonly sourcing: readonly RatedSource[];
  /** Reliance on imports and recycling at the end of life, shares 0 to 1; `substitution` 0 to 1, where 1 means that nothing replaces it. */
  readonly importReliance: number;
  readonly recycled: number;
  readonly substitution: number;
};

export type SupplyRisk = {
  readonly global: number;
  readonly sourcing: number;
  readonly risk: number;
  /** The European line above which supply counts as critical, if the material also matters to the economy. */
  readonly overLine: boolean;
};

/** The line of supply risk from which the European Commission calls a material critical; the line of importance is 2.8. Recalled. */
export const criticalLine = { risk: 1, importance: 2.8 } as const;

const weighed = (sources: readonly RatedSource[]) =>
  sources.reduce((sum, { share, governance, trade }) => sum + share * share * governance * trade, 0);

function requireShare(field: string, value: number): void {
  if (!(value >= 0 && value <= 1))
    throw toInputError([{ field, rule: value > 1 ? "tooLarge" : "tooSmall", params: { min: 0, max: 1 } }]);
}

/**
 * Supply risk as the European Commission defined it in 2017 (recalled): concentration weighed by governance and trade, of the world and of
 * one's own sources, mixed by how much one imports, lowered by recycling and by substitutes. [SU4]
 * @throws LilinkError INVALID_INPUT where a share leaves 0 to 1
 */
export function supplyRiskOf(input: SupplyRiskInput): SupplyRisk {
  const { importReliance, recycled, substitution } = input;
  for (const [field, value] of Object.entries({ importReliance, recycled, substitution }))
    requireShare(field, value);
  const global = weighed(input.global);
  const sourcing = weighed(input.sourcing);
  const mixed = (global * importReliance) / 2 + sourcing * (1 - importReliance / 2);
  const risk = mixed * (1 - recycled) * substitution;
  return { global, sourcing, risk, overLine: risk >= criticalLine.risk };
}

/**
 * How much of what is used comes from abroad, net of what leaves: (imports - exports) / (domestic + imports - exports), within 0 to 1; null
 * where nothing is used. [SU4]
 */
export function importRelianceOf(amounts: {
  readonly domestic: number;
  readonly imports: number;
  readonly exports: number;
}): number | null {
  const net = amounts.imports - amounts.exports;
  const used = amounts.domestic + net;
  return used > 0 ? Math.min(1, Math.max(0, net / used)) : null;
}

export type GeopoliticalInput = {
  /** Imported amounts with the risk of their country, 0 to 1. */
  readonly imports: readonly { readonly amount: number; readonly risk: number }[];
  readonly domestic: number;
  /** Shares of world production. */
  readonly production: readonly number[];
};

/**
 * The geopolitical supply risk of GeoPolRisk: concentration of world production times the risk of what one imports, over imports and own
 * production. Its published form; never mixed with the European one. [SU5]
 */
export function geopoliticalRiskOf({ imports, domestic, production }: GeopoliticalInput): {
  readonly hhi: number;
  readonly risk: number;
  readonly score: number;
} {
  const whole = imports.reduce((sum, { amount }) => sum + amount, domestic);
  const hhi = production.reduce((sum, share) => sum + share * share, 0);
  const risk = whole > 0 ? imports.reduce((sum, one) => sum + one.amount * one.risk, 0) / whole : 0;
  return { hhi, risk, score: hhi * risk };
}

/** The risk of a country by its political stability (-2.5 to 2.5), within 0 to 1; unknown stays unknown. [SU5] */
export const countryRiskOf = (stability: number | null): number | null =>
  stability === null ? null : Math.min(1, Math.max(0, 0.5 - stability / 5));
