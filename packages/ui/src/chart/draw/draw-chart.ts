import { BarChart, CustomChart, LineChart, SankeyChart, ScatterChart } from "echarts/charts";
import { GeoComponent, GraphicComponent, GridComponent } from "echarts/components";
import { init, registerMap, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { planBars, planStack } from "../option/bar.ts";
import { readLand } from "../option/land.ts";
import { planLines, planSpark } from "../option/line.ts";
import { landName, planMap } from "../option/map.ts";
import type { Plan } from "../option/plan.ts";
import { planSankey } from "../option/sankey.ts";
import { planHeat, planTiles } from "../option/tile.ts";
import type { ChartSpec } from "../spec.ts";
import { cleanSvg } from "./clean-svg.ts";

use([BarChart, CustomChart, LineChart, SankeyChart, ScatterChart]);
use([GeoComponent, GraphicComponent, GridComponent, LabelLayout, SVGRenderer]);
registerMap(landName, readLand());

/** A chart as SVG text, each time anew; its ids are not yet those of a page. */
export function drawChart(spec: ChartSpec, width: number): string {
  const { height, option, titles } = toPlan(spec, width);
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return cleanSvg(chart.renderToSVGString(), titles);
  } finally {
    chart.dispose();
  }
}

function toPlan(spec: ChartSpec, width: number): Plan {
  switch (spec.kind) {
    case "bar":
      return planBars(spec, width);
    case "stack":
      return planStack(spec, width);
    case "line":
      return planLines(spec, width);
    case "spark":
      return planSpark(spec);
    case "tile":
      return planTiles(spec, width);
    case "heat":
      return planHeat(spec, width);
    case "sankey":
      return planSankey(spec, width);
    case "map":
      return planMap(spec, width);
  }
}
