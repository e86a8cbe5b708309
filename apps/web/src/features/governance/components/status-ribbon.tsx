import type { PolicyStatus } from "@lilink/model/governance";
import { cn, toneColor } from "@lilink/ui";
import type { PolicyLife } from "../queries.ts";
import { type Axis, placeOf, statusLook, toPieces, type Weave } from "../view.ts";

const weaves: Readonly<Record<Weave, (color: string) => string>> = {
  dots: (color) => `radial-gradient(${color} 1.3px, transparent 1.6px) 0 0 / 5px 5px var(--color-ground)`,
  slash: (color) => `repeating-linear-gradient(-45deg, ${color} 0 2px, var(--color-ground) 2px 6px)`,
  bars: (color) => `repeating-linear-gradient(90deg, ${color} 0 2px, var(--color-ground) 2px 5px)`,
};

/** The colour of a stage, woven where nothing is settled. */
export function statusFill(status: PolicyStatus): string {
  const { tone, weave } = statusLook[status];
  const color = toneColor(tone);
  return weave ? weaves[weave](color) : color;
}

/** The life of a policy as one ribbon, with the day that is asked about as a line. What the words beside it say is not said twice. */
export function StatusRibbon({
  spans,
  axis,
  on,
}: {
  readonly spans: PolicyLife["spans"];
  readonly axis: Axis;
  readonly on: string;
}) {
  return (
    <span aria-hidden className="relative block h-4 bg-sunken">
      {toPieces(spans, axis).map(({ status, left, width }) => (
        <StatusPiece key={`${status} ${left}`} status={status} left={left} width={width} />
      ))}
      <span
        className="absolute -top-1 -bottom-1 w-px bg-ink"
        style={{ left: `${placeOf(on, axis) * 100}%` }}
      />
    </span>
  );
}

function StatusPiece({
  status,
  left,
  width,
}: {
  readonly status: PolicyStatus;
  readonly left: number;
  readonly width: number;
}) {
  return (
    <span
      className={cn("absolute inset-y-0 border-l border-ground", status === "repealed" && "opacity-40")}
      style={{
        left: `${left * 100}%`,
        width: `${width * 100}%`,
        background: statusFill(status),
      }}
    />
  );
}

/** The years over or under a ribbon; many of them by their last two digits. */
export function YearScale({ years }: { readonly years: readonly number[] }) {
  return (
    <span className="flex text-xs text-muted tabular-nums" aria-hidden>
      {years.map((year) => (
        <span key={year} className="min-w-0 flex-1 border-l border-line pt-0.5 pl-1">
          {years.length > 8 ? String(year).slice(2) : year}
        </span>
      ))}
    </span>
  );
}
