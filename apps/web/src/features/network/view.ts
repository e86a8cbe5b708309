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

type Drawing = Readonly<Record<"width" | "height" | "base" | "left" | "step", number>>;
export const drawing: Drawing = { width: 680, height: 265, base: 168, left: 70, step: 135 };
/** For a phone: as wide as its page, so that nothing is cut. */
export const narrowDrawing: Drawing = { width: 343, height: 280, base: 168, left: 36, step: 67 };
const rise = 40;

/** A tie between two lanes as it is drawn: over the lanes, higher the farther they are apart; within one lane under it. */
export type Arc = {
  readonly key: string;
  readonly path: string;
  /** Null where the count is withheld: not drawn. */
  readonly width: number | null;
  readonly label: { readonly x: number; readonly y: number };
  readonly cell: LaneCell;
};

export const laneX = (lane: NetworkLane, { left, step }: Drawing = drawing): number =>
  left + networkLanes.indexOf(lane) * step;

/** How wide a band is drawn: by its place among the bands, so that a width tells no more than its label. */
export function widthOf(band: CountBand | null): number | null {
  if (band === null) return null;
  return 4 + 5 * countBands.findIndex(({ low }) => low === band.low);
}

/** Where a picture begins, so that no room stands empty above its highest ribbon. */
export function topOf(arcs: readonly Arc[], { base }: Drawing): number {
  const above = arcs.map(({ label, width }) => label.y - (width ?? 0) / 2);
  return Math.max(0, Math.min(base - 30, ...above) - 14);
}

export function toArcs(cells: readonly LaneCell[], on: Drawing = drawing): readonly Arc[] {
  const { base, step } = on;
  return cells.map((cell) => {
    const [from, to] = [laneX(cell.from, on), laneX(cell.to, on)];
    const key = `${cell.from}-${cell.to}`;
    const width = widthOf(cell.band);
    if (from === to) {
      const path = `M ${from - 18} ${base + 12} C ${from - 44} ${base + 66}, ${from + 44} ${base + 66}, ${from + 18} ${base + 12}`;
      return { key, path, width, label: { x: from, y: base + 30 }, cell };
    }
    const apart = Math.round((to - from) / step);
    const top = base - 12 - rise * apart;
    const path = `M ${from} ${base - 14} C ${from} ${top - 6}, ${to} ${top - 6}, ${to} ${base - 14}`;
    // The highest point of such a curve lies three quarters of the way up.
    return {
      key,
      path,
      width,
      label: { x: (from + to) / 2, y: base - 14 - 0.75 * (rise * apart + 4) },
      cell,
    };
  });
}
