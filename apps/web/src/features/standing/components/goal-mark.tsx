import type { CountedStatus } from "@lilink/model/goals";
import { cn, type Tone } from "@lilink/ui";

type Look = { readonly shape: string; readonly sign: string; readonly tone: Tone };

const filled = "rounded-full border-transparent text-ground";
const ring = "rounded-full border-2 bg-ground";
const diamond = "m-0.5 size-4 rotate-45 rounded-sm border-2 bg-ground";
const looks: Readonly<Record<CountedStatus, Look>> = {
  achieved: { shape: cn(filled, "bg-success"), sign: "✓", tone: "success" },
  achieved_part: { shape: cn(ring, "border-dashed border-success text-success"), sign: "½", tone: "success" },
  provisional: { shape: cn(ring, "border-dashed border-success text-success"), sign: "?", tone: "success" },
  inside: { shape: cn(ring, "border-success text-success"), sign: "✓", tone: "success" },
  on_track: { shape: cn(ring, "border-success text-success"), sign: "↗", tone: "success" },
  approaching: { shape: cn(ring, "border-warning text-warning"), sign: "↗", tone: "warning" },
  moderate: { shape: cn(ring, "border-warning text-warning"), sign: "→", tone: "warning" },
  first_figure: { shape: cn(ring, "border-info text-info"), sign: "1", tone: "info" },
  limited: { shape: cn(diamond, "border-warning text-warning"), sign: "→", tone: "warning" },
  outside: { shape: cn(diamond, "border-warning text-warning"), sign: "→", tone: "warning" },
  overshot: { shape: cn(diamond, "border-danger text-danger"), sign: "↕", tone: "danger" },
  leaving: { shape: cn(diamond, "border-danger text-danger"), sign: "↓", tone: "danger" },
  moving_away: { shape: cn(diamond, "border-danger text-danger"), sign: "↓", tone: "danger" },
  missed: { shape: "rounded-sm border-transparent bg-danger text-ground", sign: "✕", tone: "danger" },
  not_assessable: {
    shape: "rounded-full border border-dashed border-edge text-muted",
    sign: "·",
    tone: "neutral",
  },
};

/** The colour and the sign of a status wherever it stands. */
export function lookOf(status: CountedStatus): Pick<Look, "sign" | "tone"> {
  return looks[status];
}

/** A status as one sign: told apart by shape and sign as well as by colour. Whoever puts it somewhere names it. */
export function GoalMark({ status }: { readonly status: CountedStatus }) {
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
