import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { type EffortPoint, letterOf, shareText } from "../view.ts";

const [left, bottom, top, right] = [48, 42, 26, 12] as const;
/** The points themselves, with the letters of the list below: names would run into one another. */
export function EffortPlot({
  points,
  isWide = false,
  className,
}: {
  readonly points: readonly EffortPoint[];
  readonly isWide?: boolean;
  readonly className: string;
}) {
  const t = useTranslations("health.effort");
  const locale = useLocale();
  const [width, height] = isWide ? [980, 380] : [440, 320];
  const percent = (value: number) => shareText(value, locale);
  const mostGap = Math.max(0.02, ...points.map(({ gap }) => gap)) * 1.08;
  const mostEffort = Math.max(0.02, ...points.map(({ effort }) => effort)) * 1.08;
  // Gaps of the weakest nodes are nearly alike: the axis begins just below the smallest.
  const leastGap = Math.min(mostGap, ...points.map(({ gap }) => gap)) * 0.9;
  const x = (share: number) => left + ((share - leastGap) / (mostGap - leastGap)) * (width - left - right);
  const y = (share: number) => height - bottom - (share / mostEffort) * (height - bottom - top);
  const even = Math.min(mostGap, mostEffort);
  const spots = toSpots(
    points.map(({ gap, effort, verdict }, at) => ({
      ...{ x: x(gap), y: y(effort), verdict },
      name: letterOf(at),
    })),
    { letter: 7, from: left, to: width - right },
  );
  return (
    <svg
      role="img"
      aria-label={t("alt")}
      viewBox={`0 0 ${width} ${height}`}
      className={cn("w-full", className)}
    >
      {[0, 0.5, 1].map((part) => (
        <g key={part} className="fill-muted">
          <line
            x1={left}
            x2={width - right}
            y1={y(part * mostEffort)}
            y2={y(part * mostEffort)}
            className="stroke-line"
          />
          <text x={left - 6} y={y(part * mostEffort) + 4} textAnchor="end" fontSize="12">
            {percent(part * mostEffort)}
          </text>
          <text
            x={left + part * (width - left - right)}
            y={height - bottom + 16}
            textAnchor={part === 0 ? "start" : part === 1 ? "end" : "middle"}
            fontSize="12"
          >
            {percent(leastGap + part * (mostGap - leastGap))}
          </text>
        </g>
      ))}
      {even > leastGap ? (
        <line
          x1={left}
          y1={y(leastGap)}
          x2={x(even)}
          y2={y(even)}
          className="stroke-edge"
          strokeDasharray="4 4"
        />
      ) : null}
      <text x={width - right} y={height - 6} textAnchor="end" fontSize="12" className="fill-muted">
        {t("gapAxis")}
      </text>
      <text x={left} y={12} fontSize="12" className="fill-muted">
        {t("effortAxis")}
      </text>
      {/* Lines of the grid stop where words stand. */}
      {spots.map(({ x: cx, y: cy, lift, middle, half }) => (
        <rect
          key={`${cx} ${cy}`}
          x={middle - half - 3}
          y={cy - 22 - lift}
          width={half * 2 + 6}
          height={17}
          fill="var(--color-ground)"
        />
      ))}
      {/* What leads from a word that was lifted to its point lies below all words. */}
      {spots.map(({ x: cx, y: cy, lift }) =>
        lift > 0 ? (
          <line key={`${cx} ${cy}`} x1={cx} x2={cx} y1={cy} y2={cy - 6 - lift} className="stroke-edge" />
        ) : null,
      )}
      {spots.map(({ x: cx, y: cy, verdict, label, lift, middle }) => (
        <g key={`${cx} ${cy}`}>
          <circle cx={cx} cy={cy} r={5} className={fillOf(verdict)} />
          <text
            x={middle}
            y={cy - 9 - lift}
            textAnchor="middle"
            fontSize="12"
            className="fill-ink"
            stroke="var(--color-ground)"
            strokeWidth={4}
            paintOrder="stroke"
          >
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}

const fillOf = (verdict: EffortPoint["verdict"]) =>
  verdict === "orphan" ? "fill-danger" : verdict === "crowded" ? "fill-warning" : "fill-edge";

type Place = {
  readonly x: number;
  readonly y: number;
  readonly verdict: EffortPoint["verdict"];
  readonly name: string;
};
type Spot = Omit<Place, "name"> & {
  readonly label: string;
  readonly lift: number;
  /** Where its words have their middle: over the point, or as near as the edge lets them. */
  readonly middle: number;
  /** Half the width of its words. */
  readonly half: number;
};
type Room = Readonly<Record<"letter" | "from" | "to", number>>;

/** Points that would cover one another are one spot with all their names. */
function toSpots(places: readonly Place[], { letter, from, to }: Room): readonly Spot[] {
  const spots: (Omit<Place, "name"> & { readonly names: readonly string[] })[] = [];
  for (const { name, ...place } of places) {
    const at = spots.findIndex(
      ({ x, y, verdict }) =>
        verdict === place.verdict && Math.abs(x - place.x) < 16 && Math.abs(y - place.y) < 14,
    );
    const known = spots[at];
    if (known) spots[at] = { ...known, names: [...known.names, name] };
    else spots.push({ ...place, names: [name] });
  }
  const told = spots.map(({ names, ...spot }) => {
    const label = names.join(", ");
    const half = (label.length * letter) / 2;
    return { ...spot, label, half, middle: Math.min(to - half, Math.max(from + half, spot.x)) };
  });
  return liftWords(told);
}

/** From one line of words to the next, so that they do not touch. */
const wordHeight = 17;

/** Words that would run into one another stand one above the other. */
function liftWords(spots: readonly Omit<Spot, "lift">[]): readonly Spot[] {
  const placed: Spot[] = [];
  for (const spot of spots.toSorted((a, b) => a.x - b.x)) {
    const isTaken = (lift: number) =>
      placed.some(
        (one) =>
          Math.abs(one.middle - spot.middle) < one.half + spot.half + 10 &&
          Math.abs(one.y - one.lift - (spot.y - lift)) < wordHeight,
      );
    let lift = 0;
    while (isTaken(lift) && lift < 9 * wordHeight) lift += wordHeight;
    placed.push({ ...spot, lift });
  }
  return placed;
}
