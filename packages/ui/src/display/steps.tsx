import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../class-name.ts";

export const stepStates = ["done", "current", "todo"] as const;
export type StepState = (typeof stepStates)[number];
export type Step = { readonly key: string; readonly label: ReactNode; readonly state: StepState };
export type StepsProps = {
  readonly label: string;
  readonly steps: readonly Step[];
  readonly stateText: Readonly<Record<StepState, string>>;
};

/** How far a thing of several stages has come. */
export function Steps({ label, steps, stateText }: StepsProps) {
  return (
    <ol aria-label={label} className="flex flex-wrap gap-x-6 gap-y-2 max-sm:gap-x-2.5 max-sm:text-sm">
      {steps.map((step, index) => (
        <li
          key={step.key}
          aria-current={step.state === "current" ? "step" : undefined}
          className={cn(
            "flex items-center gap-2 max-sm:gap-1",
            step.state === "todo" && "text-muted",
            step.state === "current" && "font-semibold",
          )}
        >
          <span
            aria-hidden
            className={cn(
              "inline-flex size-6 items-center justify-center rounded-full border text-xs tabular-nums",
              step.state === "done" && "border-success text-success",
              step.state === "current" && "border-ink bg-ink text-ground",
              step.state === "todo" && "border-edge",
            )}
          >
            {step.state === "done" ? <Check className="size-3.5" /> : index + 1}
          </span>
          {step.label}
          <span className="sr-only">{stateText[step.state]}</span>
        </li>
      ))}
    </ol>
  );
}
