import { cn } from "@lilink/ui";
import type { ReactNode } from "react";

export type PathStep = {
  readonly key: string;
  readonly label: string;
  /** Said below the label, as the month in which it was reached. */
  readonly note?: ReactNode;
};

/** A way with its stations: those that were passed are filled, the one where something stands is marked, the rest lie ahead. */
export function PathSteps({
  steps,
  at,
  isDone,
}: {
  readonly steps: readonly PathStep[];
  readonly at: number;
  /** The way ends well where it stands. */
  readonly isDone: boolean;
}) {
  return (
    <ol className="grid" style={{ gridTemplateColumns: `repeat(${steps.length}, minmax(0, 1fr))` }}>
      {steps.map(({ key, label, note }, index) => (
        <li key={key} className="relative flex flex-col items-center gap-1 px-1 text-center">
          {index > 0 ? (
            <span
              aria-hidden
              className={cn("absolute top-2.5 right-1/2 h-0.5 w-full", index <= at ? "bg-ink" : "hatched")}
            />
          ) : null}
          <span
            aria-hidden
            className={cn(
              "relative z-10 size-5 rounded-full border-2",
              index < at && "border-ink bg-ink",
              index === at && (isDone ? "border-success bg-success" : "border-accent bg-accent"),
              index > at && "border-edge bg-ground",
            )}
          />
          <span
            className={cn("text-sm", index === at ? "font-semibold" : "text-muted")}
            aria-current={index === at ? "step" : undefined}
          >
            {label}
          </span>
          {note}
        </li>
      ))}
    </ol>
  );
}
