import type { CustomSeriesRenderItem } from "echarts";
import { toneColor } from "../../tone.ts";
import { fillOf, hatchOf } from "../pattern.ts";
import type { Band, BarSpec, Datum, Named, StackSpec } from "../spec.ts";
import { ink, line, muted, type Plan, textSize, widest, widthOf } from "./plan.ts";

const thick = 12;

/** Ranked bars with their names at the left and their figures at the right edge. */
export function planBars({ bars }: BarSpec, width: number): Plan {
  const series = {
    type: "bar",
    silent: true,
    barWidth: thick,
    data: bars.map(({ value, band, tone = "neutral" }) => ({
      value: band ? null : value,
      itemStyle: { color: toneColor(tone) },
    })),
  };
  return frame(width, bars, reachOf(bars), [series, hatched(bars)]);
}

/** Parts of wholes, one bar for each whole. */
export function planStack({ parts, bars }: StackSpec, width: number): Plan {
  const totals = bars.map(({ data }) => data.reduce((sum, { value }) => sum + (value ?? 0), 0));
  const series = parts.map(({ key, tone = "neutral", texture }, part) => ({
    type: "bar",
    name: key,
    silent: true,
    stack: "whole",
    barWidth: 2 * thick,
    itemStyle: { color: fillOf(texture ?? part, tone), borderColor: toneColor(tone), borderWidth: 1 },
    data: bars.map(({ data }) => data[part]?.value ?? null),
  }));
  const rows = bars.map(({ key, label, total }) => ({ key, label, text: total ?? "" }));
  return frame(width, rows, Math.max(0, ...totals), series);
}

type Row = Named & { readonly text: string };

function frame(width: number, rows: readonly Row[], reach: number, series: readonly object[]): Plan {
  const texts = rows.map(({ text }) => text);
  const right = widest(texts) + 8;
  const left = Math.min(widest(rows.map(({ label }) => label)) + 11, width * 0.42);
  const lines = Math.max(1, ...rows.map(({ label }) => Math.ceil(widthOf(label) / (left - 8))));
  const axis = { type: "category", inverse: true, axisLine: { show: false }, axisTick: { show: false } };
  return {
    height: Math.max(1, rows.length) * (12 + 15 * lines),
    option: {
      grid: { left, right, top: 0, bottom: 0, outerBoundsMode: "none" },
      xAxis: { type: "value", show: false, min: 0, max: reach || 1 },
      yAxis: [
        {
          ...axis,
          data: rows.map(({ label }) => label),
          axisLine: { show: true, lineStyle: { color: line } },
          axisLabel: {
            interval: 0,
            color: ink,
            fontSize: textSize,
            width: left - 8,
            overflow: "break",
            lineHeight: 15,
          },
        },
        {
          ...axis,
          position: "right",
          data: texts.map((_, index) => String(index)),
          axisLabel: {
            interval: 0,
            color: rows.every(({ text }) => text === "") ? muted : ink,
            fontSize: textSize,
            align: "right",
            margin: right,
            formatter: (index: string) => texts[Number(index)],
          },
        },
      ],
      series,
    },
  };
}

const reachOf = (data: readonly Datum[]) =>
  Math.max(0, ...data.map(({ value, band }) => band?.high ?? value ?? 0));

/** Where a figure has bounds alone, a hatched bar from the one to the other. */
function hatched(bars: readonly (Named & Datum)[]) {
  const bands = bars.flatMap(({ band, tone }, row) => (band ? [{ ...band, tone, row }] : []));
  const renderItem: CustomSeriesRenderItem = ({ dataIndex }, api) => {
    const { low, high, why, tone = "neutral", row } = bands[dataIndex] as (typeof bands)[number] & Band;
    const [from = 0, y = 0] = api.coord([low, row]);
    const [to = 0] = api.coord([high, row]);
    return {
      type: "rect",
      shape: { x: from, y: y - thick / 2, width: Math.max(2, to - from), height: thick },
      style: { fill: hatchOf(why, tone), stroke: toneColor(tone) },
    };
  };
  return { type: "custom", silent: true, renderItem, data: bands.map(({ low, row }) => [low, row]) };
}
