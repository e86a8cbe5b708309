import type { ReactNode } from "react";
import { cn } from "../class-name.ts";

export const figureStates = ["value", "estimate", "withheld", "none"] as const;
export type FigureState = (typeof figureStates)[number];

export type FigureText = {
  readonly none: string;
  readonly withheld: string;
  readonly withheldWhy: string;
  readonly estimate: string;
};
export type FigureProps = {
  /** Formatted for the reader; ignored in the states `none` and `withheld`. */
  readonly value?: string | undefined;
  readonly unit?: string | undefined;
  readonly state?: FigureState;
  readonly text: FigureText;
  /** Basis, age and source in one line: on hover, for screen readers and in print. */
  readonly origin?: string | undefined;
  readonly className?: string | undefined;
};

/** A number in running text or in a cell. A missing one says so, a withheld one is W, an estimate looks like one. */
export function Figure({ value, unit, state = "value", text, origin, className }: FigureProps) {
  if (state === "none" || (state === "value" && value === undefined)) {
    return <span className={cn("text-sm font-normal text-muted italic", className)}>{text.none}</span>;
  }
  if (state === "withheld") {
    return (
      <abbr title={text.withheldWhy} className={cn("font-semibold no-underline", className)}>
        {text.withheld}
        <span className="sr-only">{`: ${text.withheldWhy}`}</span>
      </abbr>
    );
  }
  return (
    <span title={origin} className={cn("tabular-nums", className)}>
      <span className="whitespace-nowrap">
        {state === "estimate" ? (
          <span className="border-b border-dashed border-edge text-muted">{`≈ ${value ?? ""}`}</span>
        ) : (
          value
        )}
        {unit ? <span className="ml-1 text-[0.85em] text-muted">{unit}</span> : null}
      </span>
      {state === "estimate" ? (
        <span className="text-xs font-normal whitespace-nowrap text-muted">{` ${text.estimate}`}</span>
      ) : null}
      {origin ? <span className="print-only text-xs text-muted">{` (${origin})`}</span> : null}
    </span>
  );
}

export type StatProps = FigureProps & {
  readonly label: ReactNode;
  readonly note?: ReactNode;
};

/** One figure large, its name above, its age and source below. */
export function Stat({ label, note, origin, className, ...figure }: StatProps) {
  return (
    <div className={cn("flex min-w-0 flex-col gap-0.5", className)}>
      <span className="text-sm text-muted">{label}</span>
      <span className="text-xl font-semibold">
        <Figure {...figure} />
      </span>
      {note ? <span className="text-sm">{note}</span> : null}
      {origin ? <span className="text-xs text-muted">{origin}</span> : null}
    </div>
  );
}

/** A row of stats between hairlines; two columns on a phone. */
export function StatRow({ children }: { readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-4 border-y border-line py-4 sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]">
      {children}
    </div>
  );
}
