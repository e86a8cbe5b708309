import { toneColor } from "../../tone.ts";
import type { MapSpec, Place } from "../spec.ts";
import { ground, ink, line, type Plan, textSize, widthOf } from "./plan.ts";

type Side = "left" | "right" | "top" | "bottom";

/** The name under which the land is known to the drawing. */
export const landName = "land";

/** Points on the land of the world: size by value, shape by type. One without a figure is small and hollow. */
export function planMap({ types, places }: MapSpec, width: number): Plan {
  const largest = Math.max(0, ...places.map(reach));
  const isNarrow = width < 500;
  const scale = isNarrow ? 0.7 : 1;
  const sizeOf = (place: Place) =>
    scale * (largest > 0 && reach(place) > 0 ? 7 + 23 * Math.sqrt(reach(place) / largest) : 6);
  const groups = types.map(({ key, shape, tone = "neutral" }) => {
    // The large ones first, so that the small ones lie upon them.
    const own = places.filter(({ type }) => type === key).sort((a, b) => reach(b) - reach(a));
    return { own, shape, color: toneColor(tone) };
  });
  const named = [...places].sort((a, b) => reach(b) - reach(a)).slice(0, isNarrow ? mostNumbered : 10);
  const { view, height } = frame(places, width);
  const across = width / (view[1][0] - view[0][0]);
  const spotOf = ({ lon, lat }: Place) =>
    [(lon - view[0][0]) * across, (view[0][1] - lat) * across * stretch] as const;
  /** How many marks a name on that side would lie over; too many where it would leave the map. */
  const hitsOf = (place: Place, side: Side) => {
    const [x, y] = spotOf(place);
    const [half, high] = [widthOf(place.label) / 2, textSize / 2];
    const away = sizeOf(place) / 2 + 5;
    const middle = x + (side === "right" ? away + half : side === "left" ? -away - half : 0);
    const level = y + (side === "top" ? -away - high : side === "bottom" ? away + high : 0);
    if (middle - half < 0 || middle + half > width) return places.length;
    return places.filter((other) => {
      const [ox, oy] = spotOf(other);
      const reachOf = sizeOf(other) / 2;
      return (
        other !== place && Math.abs(ox - middle) < half + reachOf && Math.abs(oy - level) < high + reachOf
      );
    }).length;
  };
  /** On the side where the fewest marks lie below it, first where there is more room. The largest are always named. */
  const labelOf = (place: Place) => {
    const at = named.indexOf(place);
    // A name would lie over its neighbours where there is no room: a number stands for it.
    if (isNarrow) return { show: at >= 0, position: "inside", formatter: String(at + 1) };
    if (at < 0) return { show: false };
    const [left] = spotOf(place);
    const beside = sizeOf(place) / 2 + 8;
    const room = Math.max(left, width - left) - beside;
    const sides: readonly Side[] =
      left > width / 2 ? ["left", "right", "top", "bottom"] : ["right", "left", "top", "bottom"];
    const [best] = sides
      .map((side) => ({ side, hits: hitsOf(place, side) }))
      .toSorted((a, b) => a.hits - b.hits);
    return {
      show: at < alwaysNamed || best?.hits === 0,
      position: best?.side ?? "right",
      ...(widthOf(place.label) > room && { width: room, overflow: "truncate" }),
    };
  };
  return {
    height,
    titles: groups.map(({ own }) => own.map(({ label, text }) => `${label}: ${text}`)),
    option: {
      geo: {
        map: landName,
        silent: true,
        boundingCoords: view,
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        itemStyle: { areaColor: "var(--color-sunken)", borderColor: line, borderWidth: 0.5 },
      },
      series: groups.map(({ own, shape, color }) => ({
        type: "scatter",
        coordinateSystem: "geo",
        symbol: shape,
        data: own.map((place) => ({
          name: place.label,
          value: [place.lon, place.lat],
          symbolSize: sizeOf(place),
          itemStyle:
            place.value === null
              ? { color: ground, borderColor: color, borderWidth: 1.5 }
              : { color, opacity: 0.75, borderColor: ground, borderWidth: 0.5 },
          label: labelOf(place),
        })),
        label: {
          color: ink,
          opacity: 1,
          fontSize: textSize - 1,
          textBorderColor: ground,
          textBorderWidth: 2,
          formatter: "{b}",
        },
        labelLayout: { hideOverlap: true },
      })),
    },
  };
}

/** So many of the largest are named on a wide map whatever lies about them. */
const alwaysNamed = 2;
/** So many of the largest bear a number on a narrow map; the page lists their names. */
export const mostNumbered = 4;

const reach = ({ value, band }: Place) => band?.high ?? value ?? 0;

/** The land ends here, in degrees; what lies outside is never shown. */
const edge = { west: -170, east: 190, south: -56, north: 80 };
const margin = { lon: 20, lat: 12 };
/** Places on several continents are shown with all of the land about them, not with its halves. */
const world = { from: 240, span: 320 };
/** A degree of latitude is drawn so much longer than one of longitude. */
const stretch = 4 / 3;

/** The part of the world where the places are: on a phone as high as it is useful, on a wide page never higher than half. */
function frame(places: readonly Place[], width: number) {
  const lons = places.length > 0 ? places.map(({ lon }) => lon) : [edge.west, edge.east];
  const lats = places.length > 0 ? places.map(({ lat }) => lat) : [edge.south, edge.north];
  let lon = clamp(Math.min(...lons) - margin.lon, Math.max(...lons) + margin.lon, edge.west, edge.east, 90);
  let lat = clamp(Math.min(...lats) - margin.lat, Math.max(...lats) + margin.lat, edge.south, edge.north, 45);
  if (lon[1] - lon[0] > world.from) lon = clamp(...lon, edge.west, edge.east, world.span);
  const ratio = () => (stretch * (lat[1] - lat[0])) / (lon[1] - lon[0]);
  const most = width < 500 ? 0.8 : 0.5;
  if (ratio() > most) lon = clamp(...lon, edge.west, edge.east, (stretch * (lat[1] - lat[0])) / most);
  if (ratio() < 0.45) lat = clamp(...lat, edge.south, edge.north, (0.45 * (lon[1] - lon[0])) / stretch);
  const view = [
    [lon[0], lat[1]],
    [lon[1], lat[0]],
  ] as const;
  return { view, height: Math.round(width * ratio()) };
}

/** A span of at least `least` about the same middle, moved so that it stays between two edges. */
function clamp(from: number, to: number, low: number, high: number, least: number): [number, number] {
  const span = Math.min(high - low, Math.max(least, to - from));
  const start = Math.min(Math.max((from + to - span) / 2, low), high - span);
  return [start, start + span];
}
