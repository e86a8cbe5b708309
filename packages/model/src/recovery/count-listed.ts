import { concentrationOfSources, heldBy } from "../supply/index.ts";
import whiteList from "./data/white-list.json" with { type: "json" };

/** What pages say of the official list: 156 "firms" are qualifications, since 96 + 60 = 156 although 12 firms hold both. [TR72] */
export const reportedList = whiteList;

export type ListedSite<Q extends string = string> = { readonly firm: string; readonly qualification: Q };

export type ListCount = {
  readonly firms: number;
  /** Pairs of a firm and a qualification: a firm with both counts twice. */
  readonly qualifications: number;
  readonly recycling: number;
  readonly cascade: number;
  readonly both: number;
};

/**
 * Counts firms and qualifications apart, never added. Two sites of one firm are one firm. [TR72]
 * @example countListed([{ firm: "a", qualification: "cascade" }, { firm: "a", qualification: "recycling" }])
 *   // { firms: 1, qualifications: 2, recycling: 1, cascade: 1, both: 1 }
 */
export function countListed(sites: readonly ListedSite[]): ListCount {
  const holders = (wanted: string) =>
    new Set(sites.flatMap(({ firm, qualification }) => (qualification === wanted ? [firm] : [])));
  const [recycling, cascade] = [holders("recycling"), holders("cascade")];
  return {
    firms: new Set(sites.map(({ firm }) => firm)).size,
    qualifications: recycling.size + cascade.size,
    recycling: recycling.size,
    cascade: cascade.size,
    both: [...recycling].filter((firm) => cascade.has(firm)).length,
  };
}

/** The distinct firms behind a count of qualifications. @example firmsBehind({ cascade: 96, recycling: 60, both: 12 }) // 144 */
export const firmsBehind = ({
  cascade,
  recycling,
  both,
}: Pick<ListCount, "cascade" | "recycling" | "both">) => cascade + recycling - both;

export type Concentration = { readonly firms: number; readonly cr5: number; readonly hhi: number };

/** The paper asks for a "reasonable" rise and gives no figure: bounds of the index between which we call it that, a proposal. [TR73] */
export const concentrationCorridor = { low: 0.1, high: 0.25 } as const;

/**
 * The share of the five largest and the sum of squared shares (0 to 1), by firm; null without any amount. [TR73]
 * @example concentrationOf([{ firm: "a", amount: 3 }, { firm: "b", amount: 1 }]) // { firms: 2, cr5: 1, hhi: 0.625 }
 */
export function concentrationOf(
  amounts: readonly { readonly firm: string; readonly amount: number }[],
): Concentration | null {
  const found = concentrationOfSources(amounts.map(({ firm, amount }) => ({ source: firm, amount })));
  return found && { firms: found.shares.length, cr5: heldBy(found.shares, 5), hhi: found.low };
}
