import { useId } from "react";
import { renderChart } from "./draw/render-chart.ts";
import { Drawing } from "./drawing.tsx";
import type { Series } from "./spec.ts";

export type SparklineProps = {
  /** In words what the lines show, e.g. "from 25% in 2022 to 66% in 2026; target 70% in 2035". */
  readonly label: string;
  readonly series: readonly Series[];
};

/** Lines over time at the height of a row; what they say stands in the label. */
export function Sparkline({ label, series }: SparklineProps) {
  const svg = renderChart({ kind: "spark", head: [""], series }, { id: useId(), width: 112 });
  return (
    <span role="img" aria-label={label} title={label} className="inline-block w-28 align-middle">
      <Drawing className="block" svg={svg} />
    </span>
  );
}
