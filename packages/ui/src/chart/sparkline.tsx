import { cn } from "../class-name.ts";
import { toneColor } from "../tone.ts";
import type { Series } from "./line-chart.tsx";
import { extentOf, toPercent } from "./scale.ts";
import { dashesOf } from "./stroke.ts";

export type SparklineProps = {
  /** In words what the lines show, e.g. "from 25% in 2022 to 66% in 2026; target 70% in 2035". */
  readonly label: string;
  readonly series: readonly Series[];
  readonly className?: string;
};

/** Lines over time at the height of a row; what they say stands in the label. */
export function Sparkline({ label, series, className }: SparklineProps) {
  const points = series.flatMap((one) => one.points);
  const [xs, ys] = [extentOf(points.map(({ x }) => x)), extentOf(points.map(({ y }) => y))];
  const place = (x: number, y: number) => `${round(toPercent(x, xs))},${round(100 - toPercent(y, ys))}`;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="-2 -8 104 116"
      preserveAspectRatio="none"
      className={cn("inline-block h-6 w-28 align-middle", className)}
    >
      <title>{label}</title>
      {series.map(({ key, tone, stroke = "solid", points: run }) => (
        <polyline
          key={key}
          points={run.map(({ x, y }) => place(x, y)).join(" ")}
          fill="none"
          stroke={toneColor(tone)}
          strokeWidth={stroke === "solid" ? 2 : 1.5}
          strokeDasharray={dashesOf(stroke, 1.5)}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}

const round = (share: number) => Math.round(share * 10) / 10;
