import type { CustomSeriesRenderItem } from "echarts";
import { type Tone, toneColor } from "../../tone.ts";
import { hatchOf } from "../pattern.ts";
import { extentOf, toTicks } from "../scale.ts";
import { type Band, type LineSpec, type Point, type Series, type SparkSpec, shapes } from "../spec.ts";
import { dashesOf } from "../stroke.ts";
import { ground, line, muted, type Plan, textSize, widest } from "./plan.ts";

const thick = 2;

/** From so many known values on, what is withheld may run off the picture. */
const wellKnown = 3;
/** How far above and below what is known it is seen, as a part of that extent. */
const beyond = 0.35;

/**
 * The levels of the axis of values, zero among them. Bounds without a value are wide: beside a course that is known they
 * do not press it flat, and the rest of them is cut off.
 */
export function ticksOf({ series }: LineSpec): number[] {
  const points = series.flatMap((one) => one.points);
  const known = extentOf([0, ...points.filter(({ y }) => y !== null).flatMap(reach)]);
  const isKnown = points.filter(({ y }) => y !== null).length >= wellKnown;
  const room = beyond * (known.high - known.low);
  const near = (value: number) =>
    isKnown ? Math.min(known.high + room, Math.max(known.low < 0 ? known.low - room : 0, value)) : value;
  return toTicks(extentOf([known.low, known.high, ...points.flatMap(reach).map(near)]));
}

/** Lines over time. A missing point is a gap; bounds are a hatched band, alone or about a point. */
export function planLines(spec: LineSpec, width: number): Plan {
  const { series, marks, formatY } = spec;
  const points = series.flatMap((one) => one.points);
  const ticks = ticksOf(spec);
  const names = new Map(marks.map(({ x, label }) => [x, label]));
  const xs = extentOf(points.map(({ x }) => x));
  const room = Math.max(1, Math.floor((width - 60) / (widest(marks.map(({ label }) => label)) + 10)));
  const step = Math.ceil(marks.length / room);
  // Counted from the end, so that the last one always stands.
  const shown = marks.filter((_, index) => (marks.length - 1 - index) % step === 0).map(({ x }) => x);
  return {
    height: 240,
    option: {
      grid: {
        left: widest(ticks.map(formatY)) + 10,
        right: widest(marks.map(({ label }) => label)) / 2 + 4,
        top: 10,
        bottom: 26,
        outerBoundsMode: "none",
      },
      xAxis: {
        type: "value",
        min: xs.low,
        max: xs.high,
        splitLine: { show: false },
        axisLine: { lineStyle: { color: line } },
        axisTick: { customValues: shown, lineStyle: { color: line } },
        axisLabel: {
          customValues: shown,
          color: muted,
          fontSize: textSize,
          formatter: (x: number) => names.get(x) ?? "",
        },
      },
      yAxis: {
        type: "value",
        min: ticks[0],
        max: ticks.at(-1),
        interval: (ticks[1] ?? 1) - (ticks[0] ?? 0),
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { lineStyle: { color: line } },
        axisLabel: { color: muted, fontSize: textSize, formatter: formatY },
      },
      series: [
        ...series.map(({ points: run, tone = "neutral" }) => banded(run, tone)),
        ...series.map((one, index) => drawn(one, index, width)),
      ],
    },
  };
}

/** Lines at the height of a row. */
export function planSpark({ series }: SparkSpec): Plan {
  const points = series.flatMap((one) => one.points);
  const [xs, ys] = [extentOf(points.map(({ x }) => x)), extentOf(points.flatMap(reach))];
  return {
    height: 24,
    option: {
      grid: { left: 2, right: 2, top: 2, bottom: 2, outerBoundsMode: "none" },
      xAxis: { type: "value", show: false, min: xs.low, max: xs.high },
      yAxis: { type: "value", show: false, min: ys.low, max: ys.high },
      series: series.map((one, index) => ({ ...drawn(one, index, Infinity), symbol: "none" })),
    },
  };
}

/** Marks nearer to one another than this run together: a line without them is clearer. */
const closest = 14;

function drawn({ points, tone = "neutral", stroke = "solid" }: Series, index: number, width: number) {
  const color = toneColor(tone);
  const isCrowded = width / points.length < closest;
  const isKnown = (at: number) => points[at]?.y != null;
  /** Only what stands within a crowded line goes without a mark: its ends, what stands alone and estimates keep theirs. */
  const isBare = (at: number, { estimate }: Point) =>
    isCrowded && !estimate && isKnown(at - 1) && isKnown(at + 1);
  const dashes = dashesOf(stroke, thick);
  return {
    type: "line",
    silent: true,
    clip: false,
    symbol: stroke === "solid" ? shapeOf(points, index) : "none",
    symbolSize: 7,
    showAllSymbol: true,
    lineStyle: { color, width: thick, cap: "round", type: dashes?.split(" ").map(Number) ?? "solid" },
    data: points.map((point, at) => ({
      value: [point.x, point.y],
      itemStyle: { color: point.estimate ? ground : color, borderColor: color, borderWidth: 2 },
      ...(isBare(at, point) && { symbol: "none" }),
    })),
  };
}

/** What is nothing but estimates has a hollow circle. */
const shapeOf = (points: readonly Point[], index: number) =>
  points.length > 0 && points.every(({ estimate }) => estimate)
    ? "circle"
    : (shapes[index % shapes.length] ?? "circle");

const reach = ({ y, band }: Point) => [...(band ? [band.low, band.high] : []), ...(y === null ? [] : [y])];

type Banded = Point & { readonly band: Band };

/** The bounds of neighbours with one reason are one field; one alone is as wide as its mark. */
function banded(points: readonly Point[], tone: Tone) {
  const runs: Banded[][] = [];
  let last: Point | undefined;
  for (const point of [...points].sort((a, b) => a.x - b.x)) {
    const { band } = point;
    if (band && last?.band?.why === band.why) runs.at(-1)?.push({ ...point, band });
    else if (band) runs.push([{ ...point, band }]);
    last = point;
  }
  const renderItem: CustomSeriesRenderItem = ({ dataIndex }, api) => {
    const run = runs[dataIndex] ?? [];
    const at = (x: number, y: number, shift: number) => {
      const [left = 0, top = 0] = api.coord([x, y]);
      return [left + shift, top];
    };
    const half = run.length === 1 ? 5 : 0;
    const upper = run.flatMap(({ x, band }) =>
      half ? [at(x, band.high, -half), at(x, band.high, half)] : [at(x, band.high, 0)],
    );
    const lower = run.flatMap(({ x, band }) =>
      half ? [at(x, band.low, -half), at(x, band.low, half)] : [at(x, band.low, 0)],
    );
    return {
      type: "polygon",
      shape: { points: [...upper, ...lower.reverse()] },
      style: { fill: hatchOf(run[0]?.band.why ?? "uncertain", tone), stroke: toneColor(tone) },
    };
  };
  return {
    type: "custom",
    silent: true,
    clip: true,
    renderItem,
    data: runs.map((run) => [run[0]?.x, run[0]?.band.low]),
  };
}
