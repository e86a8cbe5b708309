import { errorOf, forecastDemand, type People } from "./outlook.ts";
import { allCode, type DemandComponent, type RolledCell } from "./rolled.ts";

/** Which sum: of a skill or all, in a province or all. */
export type DemandPlace = { readonly skill?: string; readonly province?: string };

/** What is foretold of a year, and how far the same was off for the last whole year, beside "as the year before". */
export type Foretold = {
  readonly next: { readonly low: number; readonly high: number | null } | null;
  /** What is stated for that year already, and the forecast adds to. */
  readonly stated: { readonly low: number; readonly high: number | null } | null;
  readonly error: number | null;
  readonly naiveError: number | null;
};

const none: People = { low: 0, high: 0 };
const toPeople = ({ low, high }: Pick<RolledCell, "low" | "high">): People => ({
  low,
  high: high ?? Number.POSITIVE_INFINITY,
});

/**
 * A forecast and its error from what readers see of two roll-ups, and from nothing else: a withheld sum enters by its bounds, and where it has
 * no upper one there is no error. [SK7] [SK10]
 * @example foretell(cells, heldCells, 2026, { province: "36" }).next // { low: 18, high: 37 }
 */
export function foretell(
  cells: readonly RolledCell[],
  held: readonly RolledCell[],
  year: number,
  { skill = allCode, province = allCode }: DemandPlace,
): Foretold {
  const find = (of: readonly RolledCell[], component: DemandComponent, at: number) =>
    of.find(
      (cell) =>
        cell.component === component &&
        cell.year === at &&
        cell.skill === skill &&
        cell.province === province,
    );
  const [stated, employed] = [find(cells, "wanted", year + 1), find(cells, "employed", year)];
  const next = employed ? forecastDemand(stated ? toPeople(stated) : none, toPeople(employed)) : null;
  return {
    next: next && {
      low: Math.floor(next.low),
      high: Number.isFinite(next.high) ? Math.ceil(next.high) : null,
    },
    stated: stated ? { low: stated.low, high: stated.high } : null,
    ...judge(find, cells, held, year - 1),
  };
}

type Find = (of: readonly RolledCell[], component: DemandComponent, at: number) => RolledCell | undefined;

/** What was foretold of a past year when it began, against what came. */
function judge(find: Find, cells: readonly RolledCell[], held: readonly RolledCell[], past: number) {
  const came = find(cells, "wanted", past);
  const had = find(held, "employed", past);
  const same = find(held, "wanted", past - 1);
  const isKnown = came && came.high !== null && had && had.high !== null;
  if (!isKnown || same?.high === null) return { error: null, naiveError: null };
  const stated = find(held, "wanted", past);
  const foretold = forecastDemand(stated ? toPeople(stated) : none, toPeople(had));
  return {
    error: Number.isFinite(foretold.high) ? errorOf(foretold, toPeople(came)) : null,
    naiveError: same ? errorOf(toPeople(same), toPeople(came)) : null,
  };
}
