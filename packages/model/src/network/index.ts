import type { LinkId } from "../chain/index.ts";

/** Where a body stands in the network: its link of the chain, or beside the chain (institutes, associations, the whole chain). */
export const networkLanes = ["resource", "smelting", "materials", "recycling", "beside"] as const;
export type NetworkLane = (typeof networkLanes)[number];

/** The lanes of a body by the links that it declares. */
export function lanesOf(links: readonly (LinkId | string)[]): readonly NetworkLane[] {
  const lanes = networkLanes.filter((lane) => links.includes(lane));
  return lanes.length > 0 ? lanes : ["beside"];
}

/** A count as readers get it: one of these ranges, both ends included; no upper end in the last. */
export type CountBand = { readonly low: number; readonly high: number | null };
export const countBands: readonly CountBand[] = [
  { low: 3, high: 5 },
  { low: 6, high: 10 },
  { low: 11, high: 20 },
  { low: 21, high: 50 },
  { low: 51, high: null },
];

/**
 * The range of a count; null below the least of them: what is withheld may be none.
 * @example bandOf(7) // { low: 6, high: 10 }
 */
export function bandOf(count: number): CountBand | null {
  return countBands.find(({ low, high }) => count >= low && count <= (high ?? count)) ?? null;
}

/** Ties between two lanes, or within one; a withheld cell has no band. */
export type LaneCell = {
  readonly from: NetworkLane;
  readonly to: NetworkLane;
  readonly band: CountBand | null;
};

/** How far a body lies on the ways between others, among all that have ties. */
export const networkPlaces = ["tenth", "quarter", "half", "rest"] as const;
export type NetworkPlace = (typeof networkPlaces)[number];

/** What everybody may read of the network as of a day. */
export type NetworkReading = {
  readonly cells: readonly LaneCell[];
  /** The share of ties whose two bodies have no link in common, to a tenth; null where too few stand behind it. */
  readonly crossShare: number | null;
  /** Firms of a link without a tie. */
  readonly isolated: Readonly<Partial<Record<NetworkLane, CountBand | null>>>;
};

export type NetworkPosition = {
  readonly id: string;
  readonly ties: number;
  /** The lanes of those with whom it has ties. */
  readonly reached: readonly NetworkLane[];
  readonly place: NetworkPlace | null;
};

/** The day as of which the network is read: the first of the month. [NW2] */
export const readingDay = (today: string): string => `${today.slice(0, 7)}-01`;
