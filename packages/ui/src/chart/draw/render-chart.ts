import { ticksOf } from "../option/line.ts";
import type { ChartSpec } from "../spec.ts";
import { nameSvg } from "./clean-svg.ts";
import { drawChart } from "./draw-chart.ts";

export type DrawOptions = {
  /** Distinct on a page: clips and patterns are named by it. */
  readonly id: string;
  readonly width: number;
};

/** The latest drawings, unnamed: a page is read far more often than its figures change. */
const drawn = new Map<string, string>();
const kept = 500;

/** A chart as SVG text. It names the variables of the theme as its colours, so it follows the page. */
export function renderChart(spec: ChartSpec, { id, width }: DrawOptions): string {
  const key = JSON.stringify([width, spec, spec.kind === "line" ? ticksOf(spec).map(spec.formatY) : []]);
  const drawing = drawn.get(key) ?? drawChart(spec, width);
  drawn.delete(key);
  drawn.set(key, drawing);
  const [oldest] = drawn.keys();
  if (drawn.size > kept && oldest !== undefined) drawn.delete(oldest);
  return nameSvg(drawing, id);
}
