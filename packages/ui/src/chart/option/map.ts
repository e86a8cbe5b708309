import { toneColor } from "../../tone.ts";
import type { MapSpec, Place } from "../spec.ts";
import { ground, ink, line, type Plan, textSize } from "./plan.ts";

/** The name under which the land is known to the drawing. */
export const landName = "land";

/** Points on the land of the world: size by value, shape by type. One without a figure is small and hollow. */
export function planMap({ types, places }: MapSpec, width: number): Plan {
  const largest = Math.max(0, ...places.map(reach));
  const scale = width < 500 ? 0.7 : 1;
  const sizeOf = (place: Place) =>
    scale * (largest > 0 && reach(place) > 0 ? 7 + 23 * Math.sqrt(reach(place) / largest) : 6);
  const groups = types.map(({ key, shape, tone = "neutral" }) => {
    // The large ones first, so that the small ones lie upon them.
    const own = places.filter(({ type }) => type === key).sort((a, b) => reach(b) - reach(a));
    return { own, shape, color: toneColor(tone) };
  });
  const named = new Set([...places].sort((a, b) => reach(b) - reach(a)).slice(0, width < 500 ? 4 : 10));
  return {
    height: Math.round(width * 0.5),
    titles: groups.map(({ own }) => own.map(({ label, text }) => `${label}: ${text}`)),
    option: {
      geo: {
        map: landName,
        silent: true,
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
          label: { show: named.has(place), position: place.lon > 60 ? "left" : "right" },
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

const reach = ({ value, band }: Place) => band?.high ?? value ?? 0;
