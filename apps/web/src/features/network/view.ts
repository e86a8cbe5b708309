import { formatNumber, type Locale } from "@lilink/i18n";
import {
  type CountBand,
  countBands,
  type LaneCell,
  type NetworkLane,
  networkLanes,
} from "@lilink/model/network";

/** A band as it stands in a text: "3–5", "51+". */
export function bandText({ low, high }: CountBand, locale: Locale): string {
  return high === null
    ? `${formatNumber(low, locale)}+`
    : `${formatNumber(low, locale)}–${formatNumber(high, locale)}`;
}

export const drawing = { width: 680, height: 345, base: 250, left: 70, step: 135 } as const;
const rise = 52;

/** A tie between two lanes as it is drawn: over the lanes, higher the farther they are apart; within one lane under it. */
export type Arc = {
  readonly key: string;
  readonly path: string;
  /** Null where the count is withheld: drawn hatched, with one width for all. */
  readonly width: number | null;
  readonly label: { readonly x: number; readonly y: number };
  readonly cell: LaneCell;
};

export const laneX = (lane: NetworkLane): number => drawing.left + networkLanes.indexOf(lane) * drawing.step;

/** How wide a band is drawn: by its place among the bands, so that a width tells no more than its label. */
export function widthOf(band: CountBand | null): number | null {
  if (band === null) return null;
  return 4 + 5 * countBands.findIndex(({ low }) => low === band.low);
}

export function toArcs(cells: readonly LaneCell[]): readonly Arc[] {
  return cells.map((cell) => {
    const [from, to] = [laneX(cell.from), laneX(cell.to)];
    const key = `${cell.from}-${cell.to}`;
    const width = widthOf(cell.band);
    if (from === to) {
      const { base } = drawing;
      const path = `M ${from - 18} ${base + 12} C ${from - 44} ${base + 66}, ${from + 44} ${base + 66}, ${from + 18} ${base + 12}`;
      return { key, path, width, label: { x: from, y: base + 30 }, cell };
    }
    const apart = Math.round((to - from) / drawing.step);
    const top = drawing.base - 12 - rise * apart;
    const path = `M ${from} ${drawing.base - 14} C ${from} ${top - 6}, ${to} ${top - 6}, ${to} ${drawing.base - 14}`;
    // The highest point of such a curve lies three quarters of the way up.
    return {
      key,
      path,
      width,
      label: { x: (from + to) / 2, y: drawing.base - 14 - 0.75 * (rise * apart + 4) },
      cell,
    };
  });
}
