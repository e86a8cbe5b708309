import { useId } from "react";
import { ChartFrame, type ChartFrameProps } from "./chart-frame.tsx";
import { renderChart } from "./draw/render-chart.ts";
import { Drawing } from "./drawing.tsx";
import { Legend, type WhyLabels } from "./legend.tsx";
import { Explore, type ExploreLabels } from "./live/explore.tsx";
import type { ChartSpec } from "./spec.ts";
import { type ChartTable, toTable } from "./table.ts";

export type ChartProps = Omit<ChartFrameProps, "children" | "table"> & {
  readonly spec: ChartSpec;
  /** Whether it has the width of a page or stands in a column beside others. */
  readonly room?: "page" | "column";
  /** More than the chart draws; without it the table has each figure of the chart. */
  readonly table?: ChartTable | undefined;
  readonly whyLabels: WhyLabels;
  /** With them a map can be moved and zoomed once somebody asks for it. */
  readonly explore?: ExploreLabels | undefined;
};

/**
 * Drawn at two widths, of which the room that the chart has shows one: a single drawing would have text
 * too small for a phone or too large for a page.
 */
const drawings = {
  page: [
    { width: 350, className: "block max-w-md @xl:hidden" },
    { width: 760, className: "hidden max-w-4xl @xl:block" },
  ],
  column: [
    { width: 240, className: "block @xs:hidden" },
    { width: 350, className: "hidden max-w-md @xs:block" },
  ],
} as const;

/** A chart that is drawn on the server, with its legend, its source and its table. No script is sent for it, but where it can be explored. */
export function Chart({
  spec,
  room = "page",
  whyLabels,
  table = toTable(spec),
  explore,
  ...frame
}: ChartProps) {
  const id = useId();
  const drawn = (
    <div role="img" aria-label={frame.title}>
      {drawings[room].map(({ width, className }) => (
        <Drawing key={width} className={className} svg={renderChart(spec, { id: `${id}${width}`, width })} />
      ))}
    </div>
  );
  return (
    <ChartFrame {...frame} table={table}>
      {explore && spec.kind === "map" ? (
        <Explore spec={spec} title={frame.title} labels={explore}>
          {drawn}
        </Explore>
      ) : (
        drawn
      )}
      <Legend id={`${id}l`} spec={spec} whyLabels={whyLabels} />
    </ChartFrame>
  );
}
