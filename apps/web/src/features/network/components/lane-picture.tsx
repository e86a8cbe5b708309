import type { NetworkLane } from "@lilink/model/network";
import { networkLanes } from "@lilink/model/network";
import { cn, type Tone, toneColor } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { toLocale } from "#features/relay/view.ts";
import type { Reading } from "../queries.ts";
import { bandText, drawing, laneX, narrowDrawing, toArcs, topOf } from "../view.ts";

const toneOf = (lane: NetworkLane): Tone => (lane === "beside" ? "neutral" : lane);

/** The picture of the page: links of the chain side by side, ties between them as ribbons by band; pairs that are not told have none. [NW3] */
export function LanePicture({ reading }: { readonly reading: Reading }) {
  const t = useTranslations("network");
  return (
    <figure className="mb-8">
      <Lanes cells={reading.cells} className="sm:hidden" />
      <Lanes cells={reading.cells} isWide className="max-w-4xl max-sm:hidden" />
      <figcaption className="prose-measure mt-2 text-sm text-muted">{t("legend")}</figcaption>
    </figure>
  );
}

function Lanes({
  cells,
  isWide = false,
  className,
}: {
  readonly cells: Reading["cells"];
  readonly isWide?: boolean;
  readonly className: string;
}) {
  const t = useTranslations("network");
  const locale = toLocale(useLocale());
  const on = isWide ? drawing : narrowDrawing;
  // What is not told is not drawn: there may be nothing.
  const arcs = toArcs(cells, on).filter(({ width }) => width !== null);
  const from = topOf(arcs, on);
  const size = isWide ? "text-sm" : "text-xs";
  return (
    <svg
      role="img"
      aria-label={t("pictureLabel")}
      viewBox={`0 ${from} ${on.width} ${on.height - from}`}
      className={cn("w-full", className)}
    >
      {arcs.map(({ key, path, width }) => (
        <path
          key={key}
          d={path}
          fill="none"
          className="stroke-chain"
          strokeOpacity={0.45}
          strokeWidth={width ?? 0}
          strokeLinecap="butt"
        />
      ))}
      {arcs.map(({ key, label, cell }) =>
        cell.band ? (
          <text
            key={key}
            x={label.x}
            y={label.y + 5}
            textAnchor="middle"
            className={cn("fill-ink font-medium tabular-nums", size)}
            stroke="var(--color-ground)"
            strokeWidth={4}
            paintOrder="stroke"
          >
            {bandText(cell.band, locale)}
          </text>
        ) : null,
      )}
      {networkLanes.map((lane) => (
        <g key={lane}>
          <circle cx={laneX(lane, on)} cy={on.base} r={isWide ? 14 : 12} fill={toneColor(toneOf(lane))} />
          <text
            textAnchor="middle"
            className={cn("fill-ink", size)}
            stroke="var(--color-ground)"
            strokeWidth={4}
            paintOrder="stroke"
          >
            {toLines(t(`lane.${lane}`), isWide).map((line, at) => (
              <tspan key={line} x={laneX(lane, on)} y={on.height - 6 - (isWide ? 0 : 14 * (1 - at))}>
                {line}
              </tspan>
            ))}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** A name in one line, or where there is little room in two. @example toLines("Mineral resources", false) // ["Mineral", "resources"] */
function toLines(name: string, isWide: boolean): readonly string[] {
  const at = isWide ? -1 : name.indexOf(" ");
  return at < 0 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}
