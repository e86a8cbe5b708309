export { Chart, type ChartProps } from "./chart.tsx";
export { type DrawOptions, renderChart } from "./draw/render-chart.ts";
export type { WhyLabels } from "./legend.tsx";
export { toTicks } from "./scale.ts";
export { Sparkline, type SparklineProps } from "./sparkline.tsx";
export * from "./spec.ts";
export { type ChartTable, toTable } from "./table.ts";
