import { ScatterChart } from "echarts/charts";
import { GeoComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, registerMap, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { CanvasRenderer } from "echarts/renderers";
import { readLand } from "../option/land.ts";
import { landName, planMap } from "../option/map.ts";
import type { MapSpec } from "../spec.ts";

use([ScatterChart, GeoComponent, TooltipComponent, LabelLayout, CanvasRenderer]);
registerMap(landName, readLand());

export type LiveMap = {
  /** Nearer with a factor above one, around the middle. */
  readonly zoom: (factor: number) => void;
  readonly resize: () => void;
  readonly end: () => void;
};

const limits = { min: 1, max: 24 };

/** The same map as the drawing, to move, to zoom and to point at. It loads on demand: no page needs it to be read. */
export function startLiveMap(room: HTMLElement, spec: MapSpec, open: (href: string) => void): LiveMap {
  const { option, titles = [] } = planMap(spec, room.clientWidth);
  const chart = init(room, null, { renderer: "canvas" });
  chart.setOption(
    withColors(room, {
      animation: false,
      ...option,
      geo: { ...(option.geo as object), roam: true, scaleLimit: limits },
      // Near enough, each point has room for its name.
      series: (option.series as { data: object[] }[]).map((series) => ({
        ...series,
        data: series.data.map((one) => ({ ...one, label: { show: true, position: "right" } })),
      })),
      tooltip: {
        trigger: "item",
        // As markup it would carry style attributes, which the content policy refuses.
        renderMode: "richText",
        confine: true,
        backgroundColor: "var(--color-ground)",
        borderColor: "var(--color-edge)",
        textStyle: { color: "var(--color-ink)", fontSize: 13 },
        formatter: ({ seriesIndex = 0, dataIndex = 0 }: { seriesIndex?: number; dataIndex?: number }) =>
          titles[seriesIndex]?.[dataIndex] ?? "",
      },
    }),
  );
  const hrefs = new Map(spec.places.map(({ label, href }) => [label, href]));
  chart.on("click", ({ name }) => {
    const href = hrefs.get(name);
    if (href) open(href);
  });
  let zoom = 1;
  chart.on("georoam", () => {
    zoom = (chart.getOption().geo as { zoom: number }[])[0]?.zoom ?? zoom;
  });
  return {
    zoom: (factor) => {
      zoom = Math.min(limits.max, Math.max(limits.min, zoom * factor));
      chart.setOption({ geo: { zoom, ...(zoom === 1 ? { center: null } : {}) } });
    },
    resize: () => chart.resize(),
    end: () => chart.dispose(),
  };
}

/** A canvas knows no variables of the theme: the page itself says which colour each one is just now. */
function withColors(room: HTMLElement, option: EChartsCoreOption): EChartsCoreOption {
  const probe = room.appendChild(document.createElement("i"));
  const colorOf = (name: string) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  const read = (part: unknown): unknown => {
    if (typeof part === "string") return part.startsWith("var(--") ? colorOf(part) : part;
    if (Array.isArray(part)) return part.map(read);
    if (part === null || typeof part !== "object") return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, read(value)]));
  };
  const colored = read(option) as EChartsCoreOption;
  probe.remove();
  return colored;
}
