import type { ReactNode } from "react";
import { cn } from "../class-name.ts";
import { type Tone, toneFill, toneText } from "../tone.ts";

export type BadgeProps = {
  readonly tone?: Tone;
  /** A letter in a filled square: the second sign beside the colour. */
  readonly letter?: string;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
};

/** A state or a place in the chain in one word. */
export function Badge({ tone = "neutral", letter, icon, children, className }: BadgeProps) {
  return (
    <span
      className={cn(
        "inline-flex h-6 items-center gap-1.5 rounded-md border border-line bg-ground pr-2 text-sm whitespace-nowrap [&_svg]:size-3.5",
        letter ? "pl-0.5" : "pl-2",
        toneText[tone],
        className,
      )}
    >
      {letter ? (
        <span
          aria-hidden
          className={cn(
            "inline-flex size-4.5 items-center justify-center rounded-sm text-xs leading-none font-semibold text-ground",
            toneFill[tone],
          )}
        >
          {letter}
        </span>
      ) : null}
      {icon}
      {children}
    </span>
  );
}
