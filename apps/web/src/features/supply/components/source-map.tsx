"use client";

import { formatShare, type Locale } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";

export type Spot = readonly [lon: number, lat: number];

export type MapSource = {
  readonly source: string;
  readonly name: string;
  readonly spot: Spot;
  /** Share of all imports, 0 to 1. */
  readonly share: number;
  readonly cut: number;
};

const named = 7;
/** The part of the world that is shown, in degrees: all places that ship lithium. */
const view = { x: -128, y: -72, width: 300, height: 126 } as const;

/** The world with a line from each source: wide where much comes from, broken where it is cut. A click cuts or restores a source. */
export function SourceMap({
  sources,
  land,
  home,
  onTurn,
}: {
  readonly sources: readonly MapSource[];
  readonly land: string;
  readonly home: Spot;
  readonly onTurn: (source: string) => void;
}) {
  const t = useTranslations("supply");
  const locale = useLocale();
  const largest = Math.max(0.01, ...sources.map(({ share }) => share));
  return (
    <figure>
      <div className="relative">
        <svg
          viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
          aria-hidden="true"
          className="h-auto w-full"
        >
          <path d={land} fill="var(--color-sunken)" stroke="var(--color-line)" strokeWidth="0.3" />
          {sources.map((one) => (
            <Line key={one.source} {...one} home={home} weight={Math.sqrt(one.share / largest)} />
          ))}
          <circle cx={home[0]} cy={-home[1]} r="2.6" fill="var(--color-ink)" />
          {placeLabels(sources.slice(0, named), locale).map(({ source, text, x, y, anchor }) => (
            // Too small to read on a phone, where the list below names them.
            <text
              className="max-sm:hidden"
              key={source}
              x={x}
              y={y}
              textAnchor={anchor}
              fontSize={size}
              fill="var(--color-ink)"
              stroke="var(--color-ground)"
              strokeWidth="1.2"
              paintOrder="stroke"
            >
              {text}
            </text>
          ))}
        </svg>
        {sources.map(({ source, name, spot: [lon, lat], cut }) => (
          <button
            key={source}
            type="button"
            tabIndex={-1}
            aria-pressed={cut > 0}
            aria-label={name}
            onClick={() => onTurn(source)}
            className="absolute size-8 -translate-x-1/2 -translate-y-1/2 rounded-full"
            style={{
              left: `${((lon - view.x) / view.width) * 100}%`,
              top: `${((-lat - view.y) / view.height) * 100}%`,
            }}
          />
        ))}
      </div>
      <figcaption className="mt-1 text-sm text-muted">{t("map")}</figcaption>
    </figure>
  );
}

function Line({ spot, cut, weight, home }: MapSource & { readonly weight: number; readonly home: Spot }) {
  const [x, y] = [spot[0], -spot[1]];
  const color = cut > 0 ? "var(--color-danger)" : "var(--color-resource)";
  return (
    <>
      <path
        d={arc([x, y], [home[0], -home[1]])}
        fill="none"
        stroke={color}
        strokeWidth={0.6 + 5 * weight * (1 - cut * 0.7)}
        strokeOpacity={cut > 0 ? 0.9 : 0.55}
        strokeLinecap="round"
        {...(cut > 0 && { strokeDasharray: "1.5 3" })}
      />
      <circle cx={x} cy={y} r="2" fill="var(--color-ground)" stroke={color} strokeWidth="1" />
    </>
  );
}

type Label = {
  readonly source: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
};

const size = 5.5;
/** Where a label may stand beside its place, the best first. */
const seats = [
  { dx: 3, dy: 7, anchor: "start" },
  { dx: 3, dy: -3, anchor: "start" },
  { dx: -3, dy: 7, anchor: "end" },
  { dx: -3, dy: -3, anchor: "end" },
  { dx: 4, dy: 13, anchor: "start" },
] as const;

/** Names beside their places, none upon another or on a place; one that finds no room is left to the list. */
function placeLabels(sources: readonly MapSource[], locale: Locale): readonly Label[] {
  // A name covers neither another nor a place.
  const taken: { readonly left: number; readonly right: number; readonly y: number }[] = sources.map(
    ({ spot: [lon, lat] }) => ({ left: lon - 2.5, right: lon + 2.5, y: 2 - lat }),
  );
  return sources.flatMap(({ source, name, spot: [lon, lat], share }) => {
    const text = `${name} ${formatShare(share, locale, 1)}`;
    const width = [...text].reduce((sum, one) => sum + (one > "\u2e80" ? size : size * 0.55), 0);
    for (const { dx, dy, anchor } of seats) {
      const [x, y] = [lon + dx, dy - lat];
      const left = anchor === "start" ? x : x - width;
      const isOut = left < view.x || left + width > view.x + view.width;
      const isFree = taken.every(
        (one) => left + width < one.left || left > one.right || Math.abs(one.y - y) > size,
      );
      if (isOut || !isFree) continue;
      taken.push({ left, right: left + width, y });
      return [{ source, text, x, y, anchor }];
    }
    return [];
  });
}

/** A bow between two places, so that lines do not lie on each other. */
function arc([x, y]: Spot, [toX, toY]: Spot): string {
  const [midX, midY] = [(x + toX) / 2, (y + toY) / 2];
  const lift = Math.hypot(toX - x, toY - y) * 0.22;
  return `M${x} ${y}Q${midX} ${midY - lift} ${toX} ${toY}`;
}
