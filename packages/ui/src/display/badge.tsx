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
    <span className={cn("badge", letter && "pl-0.5", toneText[tone], className)}>
      {letter ? (
        <span aria-hidden className={cn("letter-mark", toneFill[tone])}>
          {letter}
        </span>
      ) : null}
      {icon}
      {children}
    </span>
  );
}
