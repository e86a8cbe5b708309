import { toneColor } from "../../tone.ts";
import { hatchOf } from "../pattern.ts";
import type { SankeySpec } from "../spec.ts";
import { namer } from "../table.ts";
import { ink, type Plan, textSize } from "./plan.ts";

/** Flows between nodes, as wide as they are large. One that is missing is in the table alone. */
export function planSankey({ nodes, flows }: SankeySpec, width: number): Plan {
  const nameOf = namer(nodes);
  const drawn = flows.flatMap(({ from, to, value, band }) => {
    const size = band?.high ?? value;
    return size === null || size <= 0 ? [] : [{ from, to, size, band }];
  });
  const ends = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  const starts = new Set(drawn.map(({ from }) => from));
  const arrivals = new Set(drawn.map(({ to }) => to));
  const room = Math.round(Math.min(190, width * 0.27));
  return {
    height: Math.max(160, ends.size * (width < 500 ? 38 : 34)),
    option: {
      series: [
        {
          type: "sankey",
          silent: true,
          left: room,
          right: room,
          // The name of a thin node stands out above and below it.
          top: 22,
          bottom: 10,
          nodeWidth: 10,
          nodeGap: 16,
          draggable: false,
          data: nodes
            .filter(({ key }) => ends.has(key))
            .map(({ key, tone = "neutral" }) => ({
              name: key,
              itemStyle: { color: toneColor(tone), borderWidth: 0 },
              // Names stand beside the ribbons: left of the first nodes, right of the last, above those between.
              label: { position: !starts.has(key) ? "right" : arrivals.has(key) ? "top" : "left" },
            })),
          links: drawn.map(({ from, to, size, band }) => ({
            source: from,
            target: to,
            value: size,
            lineStyle: band
              ? { color: hatchOf(band.why), opacity: 1 }
              : { color: "var(--color-edge)", opacity: 0.4 },
          })),
          label: {
            color: ink,
            fontSize: textSize,
            width: room - 8,
            overflow: "break",
            formatter: ({ name }: { readonly name: string }) => nameOf(name),
          },
        },
      ],
    },
  };
}
