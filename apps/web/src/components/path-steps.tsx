import { cn } from "@lilink/ui";
import type { CSSProperties, ReactNode } from "react";

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
    // On a phone the stations stand under one another, so that no word is broken.
    <ol
      className="grid gap-y-3 sm:grid-cols-[repeat(var(--stations),minmax(0,1fr))]"
      style={{ "--stations": steps.length } as CSSProperties}
    >
      {steps.map(({ key, label, note }, index) => (
        <li
          key={key}
          className="relative flex gap-x-3 gap-y-1 sm:flex-col sm:items-center sm:px-1 sm:text-center"
        >
          {index > 0 ? (
            <span
              aria-hidden
              className={cn(
                "absolute top-2.5 right-1/2 h-0.5 w-full max-sm:hidden",
                index <= at ? "bg-ink" : "hatched",
              )}
            />
          ) : null}
          <span
            aria-hidden
            className={cn(
              "relative z-10 size-5 shrink-0 rounded-full border-2",
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
