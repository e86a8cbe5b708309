import type { ProgressStatus } from "@lilink/model/goals";
import { cn } from "@lilink/ui";

type Look = { readonly shape: string; readonly sign: string };

const filled = "rounded-full border-transparent text-ground";
const ring = "rounded-full border-2 bg-ground";
const diamond = "m-0.5 size-4 rotate-45 rounded-sm border-2 bg-ground";
const looks: Readonly<Record<ProgressStatus, Look>> = {
  achieved: { shape: cn(filled, "bg-success"), sign: "✓" },
  inside: { shape: cn(ring, "border-success text-success"), sign: "✓" },
  on_track: { shape: cn(ring, "border-success text-success"), sign: "↗" },
  approaching: { shape: cn(ring, "border-warning text-warning"), sign: "↗" },
  moderate: { shape: cn(ring, "border-warning text-warning"), sign: "→" },
  first_figure: { shape: cn(ring, "border-info text-info"), sign: "1" },
  limited: { shape: cn(diamond, "border-warning text-warning"), sign: "→" },
  outside: { shape: cn(diamond, "border-warning text-warning"), sign: "→" },
  overshot: { shape: cn(diamond, "border-danger text-danger"), sign: "↕" },
  leaving: { shape: cn(diamond, "border-danger text-danger"), sign: "↓" },
  moving_away: { shape: cn(diamond, "border-danger text-danger"), sign: "↓" },
  missed: { shape: "rounded-sm border-transparent bg-danger text-ground", sign: "✕" },
  not_assessable: { shape: "rounded-full border border-dashed border-edge text-muted", sign: "·" },
};

/** A status as one sign: told apart by shape and sign as well as by colour. Whoever puts it somewhere names it. */
export function GoalMark({ status }: { readonly status: ProgressStatus }) {
  const { shape, sign } = looks[status];
  return (
    <span
      aria-hidden
      className={cn(
        "inline-flex size-5 shrink-0 items-center justify-center text-xs leading-none font-bold",
        shape,
      )}
    >
      <span className={shape.includes("rotate-45") ? "-rotate-45" : ""}>{sign}</span>
    </span>
  );
}
