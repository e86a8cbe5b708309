import { type Tone, toneColor } from "../tone.ts";
import { ChartFrame, type ChartFrameProps } from "./chart-frame.tsx";
import { type Extent, extentOf, toPercent, toTicks } from "./scale.ts";
import { dashesOf, type Stroke } from "./stroke.ts";

export type Point = { readonly x: number; readonly y: number; readonly estimate?: boolean };
export type Series = {
  readonly key: string;
  readonly label: string;
  readonly tone: Tone;
  readonly points: readonly Point[];
  /** A line that is not drawn through has no points of its own. */
  readonly stroke?: Stroke;
};
const lineWidth = 2;
export type LineChartProps = Omit<ChartFrameProps, "children"> & {
  readonly series: readonly Series[];
  /** A level to reach, drawn dashed from the start to `x`. */
  readonly target?: { readonly x: number; readonly y: number; readonly label: string };
  /** Texts under the axis at their positions. */
  readonly marks: readonly { readonly x: number; readonly label: string }[];
  readonly formatY: (value: number) => string;
  /** Start the axis at zero; off only where the change matters more than the size. */
  readonly fromZero?: boolean;
};

type Frame = { readonly x: Extent; readonly y: Extent };

const path = (points: readonly Point[], frame: Frame) =>
  points.map((point) => `${toPercent(point.x, frame.x)},${100 - toPercent(point.y, frame.y)}`).join(" ");

/** Lines over time with a target. Strokes stretch with the page, labels stay text. */
export function LineChart(props: LineChartProps) {
  const { series, target, marks, formatY, fromZero = true, ...rest } = props;
  const points = series.flatMap((item) => item.points);
  const ys = [...points.map((point) => point.y), ...(target ? [target.y] : []), ...(fromZero ? [0] : [])];
  const ticks = toTicks(extentOf(ys));
  const frame: Frame = {
    x: extentOf([...points.map((point) => point.x), ...(target ? [target.x] : [])]),
    y: { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1 },
  };
  return (
    <ChartFrame {...rest}>
      <div className="relative mt-3 mr-3 mb-7 ml-12 h-52">
        {ticks.map((tick) => (
          <div
            key={tick}
            aria-hidden
            className="absolute right-0 left-0 border-t border-line"
            style={{ bottom: `${toPercent(tick, frame.y)}%` }}
          >
            <span className="absolute right-full -translate-y-1/2 pr-2 text-xs whitespace-nowrap text-muted tabular-nums">
              {formatY(tick)}
            </span>
          </div>
        ))}
        <svg
          aria-hidden
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="absolute inset-0 size-full overflow-visible"
        >
          {target ? (
            <polyline
              points={path([{ x: frame.x.low, y: target.y }, target], frame)}
              fill="none"
              stroke="var(--color-ink)"
              strokeDasharray={dashesOf("dashed", lineWidth)}
              vectorEffect="non-scaling-stroke"
            />
          ) : null}
          {series.map((item) => (
            <polyline
              key={item.key}
              points={path(item.points, frame)}
              fill="none"
              stroke={toneColor(item.tone)}
              strokeWidth={lineWidth}
              strokeDasharray={dashesOf(item.stroke ?? "solid", lineWidth)}
              strokeLinecap="round"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        {series.flatMap((item) =>
          (item.stroke ? [] : item.points).map((point) => (
            <span
              key={`${item.key}-${point.x}`}
              aria-hidden
              className="absolute -mb-1 -ml-1 size-2 rounded-full border-2"
              style={{
                left: `${toPercent(point.x, frame.x)}%`,
                bottom: `${toPercent(point.y, frame.y)}%`,
                borderColor: toneColor(item.tone),
                background: point.estimate ? "var(--color-ground)" : toneColor(item.tone),
              }}
            />
          )),
        )}
        {marks.map((mark) => (
          <span
            key={mark.x}
            aria-hidden
            className="absolute top-full -translate-x-1/2 pt-1 text-xs whitespace-nowrap text-muted tabular-nums"
            style={{ left: `${toPercent(mark.x, frame.x)}%` }}
          >
            {mark.label}
          </span>
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {series.map((item) => (
          <li key={item.key} className="flex items-center gap-2">
            <span
              aria-hidden
              className="inline-block w-5 border-t-2"
              style={{ borderColor: toneColor(item.tone), borderTopStyle: item.stroke ?? "solid" }}
            />
            {item.label}
          </li>
        ))}
        {target ? (
          <li className="flex items-center gap-2">
            <span aria-hidden className="inline-block w-5 border-t border-dashed border-ink" />
            {target.label}
          </li>
        ) : null}
      </ul>
    </ChartFrame>
  );
}
