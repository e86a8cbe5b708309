import type { NetworkLane } from "@lilink/model/network";
import { networkLanes } from "@lilink/model/network";
import { type Tone, toneColor } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { Scrolled } from "#components/scrolled.tsx";
import { toLocale } from "#features/relay/view.ts";
import type { Reading } from "../queries.ts";
import { bandText, drawing, laneX, toArcs } from "../view.ts";

const toneOf = (lane: NetworkLane): Tone => (lane === "beside" ? "neutral" : lane);

/** The picture of the page: links of the chain side by side, ties between them as ribbons by band; what is withheld is a broken line. [NW3] */
export function LanePicture({ reading }: { readonly reading: Reading }) {
  const t = useTranslations("network");
  const locale = toLocale(useLocale());
  const arcs = toArcs(reading.cells);
  return (
    <figure className="mb-8">
      <Scrolled label={t("picture")}>
        <svg
          role="img"
          aria-label={t("pictureLabel")}
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          className="w-full max-w-4xl min-w-xl"
        >
          {arcs.map(({ key, path, width }) =>
            width === null ? (
              <path
                key={key}
                d={path}
                fill="none"
                className="stroke-edge"
                strokeWidth={1}
                strokeDasharray="2 5"
              />
            ) : (
              <path
                key={key}
                d={path}
                fill="none"
                className="stroke-chain"
                strokeOpacity={0.45}
                strokeWidth={width}
                strokeLinecap="butt"
              />
            ),
          )}
          {arcs.map(({ key, label, cell }) =>
            cell.band ? (
              <text
                key={key}
                x={label.x}
                y={label.y + 5}
                textAnchor="middle"
                className="fill-ink text-sm font-medium tabular-nums"
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
              <circle cx={laneX(lane)} cy={drawing.base} r={14} fill={toneColor(toneOf(lane))} />
              <text
                x={laneX(lane)}
                y={drawing.height - 6}
                textAnchor="middle"
                className="fill-ink text-sm"
                stroke="var(--color-ground)"
                strokeWidth={4}
                paintOrder="stroke"
              >
                {t(`lane.${lane}`)}
              </text>
            </g>
          ))}
        </svg>
      </Scrolled>
      <figcaption className="prose-measure mt-2 text-sm text-muted">{t("legend")}</figcaption>
    </figure>
  );
}
