import { cn } from "../class-name.ts";
import { type Tone, toneFill } from "../tone.ts";

export type ProgressBarProps = {
  readonly label: string;
  /** 0 to 1; clipped for drawing, told as it is in `valueText`. */
  readonly value: number;
  readonly valueText: string;
  readonly tone?: Tone;
  /** 0 to 1: a mark on the way, e.g. where the plan would be by now. */
  readonly mark?: number;
  readonly showText?: boolean;
};

export function ProgressBar({
  label,
  value,
  valueText,
  tone = "neutral",
  mark,
  showText = true,
}: ProgressBarProps) {
  const share = Math.min(1, Math.max(0, value));
  return (
    <div className="flex items-center gap-3">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={valueText}
        className="relative h-2 min-w-16 flex-1 rounded-full bg-sunken"
      >
        <div className={cn("h-full rounded-full", toneFill[tone])} style={{ width: `${share * 100}%` }} />
        {mark === undefined ? null : (
          <div
            aria-hidden
            className="absolute -top-1 h-4 w-0.5 bg-ink"
            style={{ left: `${Math.min(1, Math.max(0, mark)) * 100}%` }}
          />
        )}
      </div>
      {showText ? <span className="text-sm tabular-nums whitespace-nowrap">{valueText}</span> : null}
    </div>
  );
}
