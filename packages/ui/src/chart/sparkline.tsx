import { cn } from "../class-name.ts";
import { type Tone, toneColor } from "../tone.ts";
import { extentOf, toPercent } from "./scale.ts";

export type SparklineProps = {
  /** In words what the line shows, e.g. "from 12 to 30 in eight weeks". */
  readonly label: string;
  readonly values: readonly number[];
  readonly tone?: Tone;
  readonly className?: string;
};

/** The run of a figure at the size of a word. */
export function Sparkline({ label, values, tone = "neutral", className }: SparklineProps) {
  const extent = extentOf(values);
  const step = values.length > 1 ? 100 / (values.length - 1) : 0;
  const points = values.map((value, index) => `${index * step},${100 - toPercent(value, extent)}`).join(" ");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="-2 -8 104 116"
      preserveAspectRatio="none"
      className={cn("inline-block h-5 w-20 align-middle", className)}
    >
      <polyline
        points={points}
        fill="none"
        stroke={toneColor(tone)}
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
