import { cn } from "../class-name.ts";
import { type Tone, toneFill } from "../tone.ts";

export type Segment = {
  readonly key: string;
  readonly label: string;
  readonly letter?: string;
  readonly value: number;
  readonly valueText: string;
  readonly tone: Tone;
};

/** Parts of one whole in a bar, and under it a legend that carries the values. */
export function StackedBar({
  segments,
  label,
}: {
  readonly segments: readonly Segment[];
  readonly label: string;
}) {
  const total = segments.reduce((sum, segment) => sum + Math.max(0, segment.value), 0);
  return (
    <div className="flex flex-col gap-2">
      <div aria-hidden className="flex h-6 gap-px overflow-hidden rounded-sm bg-sunken">
        {segments
          .filter((segment) => segment.value > 0)
          .map((segment) => (
            <span
              key={segment.key}
              className={cn(
                "flex items-center justify-center overflow-hidden text-xs font-semibold text-ground",
                toneFill[segment.tone],
              )}
              style={{ width: `${(segment.value / total) * 100}%` }}
            >
              {segment.letter}
            </span>
          ))}
      </div>
      <ul aria-label={label} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {segments.map((segment) => (
          <li key={segment.key} className="flex items-center gap-1.5">
            <span
              aria-hidden
              className={cn(
                "inline-flex size-4 items-center justify-center rounded-sm text-xs leading-none font-semibold text-ground",
                toneFill[segment.tone],
              )}
            >
              {segment.letter}
            </span>
            {segment.label}
            <span className="font-medium tabular-nums">{segment.valueText}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
