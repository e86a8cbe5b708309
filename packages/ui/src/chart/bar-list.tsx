import type { ReactNode } from "react";
import { cn } from "../class-name.ts";
import { type Tone, toneFill } from "../tone.ts";

export type Bar = {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: number;
  readonly valueText: string;
  readonly tone?: Tone;
};

/** Ranked bars with label and value as text; it is its own table. */
export function BarList({ bars, label }: { readonly bars: readonly Bar[]; readonly label: string }) {
  const largest = Math.max(1e-9, ...bars.map((bar) => bar.value));
  return (
    <ul aria-label={label} className="flex flex-col gap-2">
      {bars.map((bar) => (
        <li key={bar.key} className="flex flex-col gap-1">
          <span className="flex items-baseline justify-between gap-4">
            <span className="min-w-0">{bar.label}</span>
            <span className="text-sm tabular-nums">{bar.valueText}</span>
          </span>
          <span aria-hidden className="h-1.5 rounded-full bg-sunken">
            <span
              className={cn("block h-full rounded-full", toneFill[bar.tone ?? "neutral"])}
              style={{ width: `${(Math.max(0, bar.value) / largest) * 100}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
