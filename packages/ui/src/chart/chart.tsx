import { useId } from "react";
import { ChartFrame, type ChartFrameProps } from "./chart-frame.tsx";
import { renderChart } from "./draw/render-chart.ts";
import { Drawing } from "./drawing.tsx";
import { Legend, type WhyLabels } from "./legend.tsx";
import type { ChartSpec } from "./spec.ts";
import { type ChartTable, toTable } from "./table.ts";

export type ChartProps = Omit<ChartFrameProps, "children" | "table"> & {
  readonly spec: ChartSpec;
  /** More than the chart draws; without it the table has each figure of the chart. */
  readonly table?: ChartTable | undefined;
  readonly whyLabels: WhyLabels;
};

/** Drawn for a phone and for a page: one drawing at every width would have text too small or too large to read. */
const widths = { narrow: 350, wide: 760 } as const;

/** A chart that is drawn on the server, with its legend, its source and its table. No script is sent for it. */
export function Chart({ spec, whyLabels, table = toTable(spec), ...frame }: ChartProps) {
  const id = useId();
  return (
    <ChartFrame {...frame} table={table}>
      <div role="img" aria-label={frame.title}>
        <Drawing
          className="block max-w-md @xl:hidden"
          svg={renderChart(spec, { id: `${id}n`, width: widths.narrow })}
        />
        <Drawing
          className="hidden max-w-4xl @xl:block"
          svg={renderChart(spec, { id: `${id}w`, width: widths.wide })}
        />
      </div>
      <Legend id={`${id}l`} spec={spec} whyLabels={whyLabels} />
    </ChartFrame>
  );
}
