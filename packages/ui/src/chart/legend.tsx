import { type Tone, toneColor } from "../tone.ts";
import { Drawing } from "./drawing.tsx";
import { definePatterns, fillOf, hatchOf } from "./pattern.ts";
import { type ChartSpec, type Shape, shapes, type Why, whys } from "./spec.ts";
import { dashesOf, type Stroke } from "./stroke.ts";

export type WhyLabels = Readonly<Record<Why, string>>;
type Entry = { readonly key: string; readonly label: string; readonly swatch: string };

export type LegendProps = {
  readonly id: string;
  readonly spec: ChartSpec;
  readonly whyLabels: WhyLabels;
};

/** What the lines, fills and shapes of a chart stand for, as text of the page. */
export function Legend({ id, spec, whyLabels }: LegendProps) {
  const entries = [...listMarks(spec), ...listWhys(spec, whyLabels)];
  if (entries.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {entries.map(({ key, label, swatch }) => (
        <li key={key} className="flex items-center gap-2">
          <Drawing svg={definePatterns(swatch, `${id}-${key}`)} />
          {label}
        </li>
      ))}
    </ul>
  );
}

function listMarks(spec: ChartSpec): Entry[] {
  switch (spec.kind) {
    case "stack":
      return spec.parts.map(({ key, label, tone = "neutral", texture }, part) => ({
        key,
        label,
        swatch: toBox(fillOf(texture ?? part, tone), toneColor(tone)),
      }));
    case "line":
      return spec.series.map(({ key, label, tone, stroke, points }, index) => ({
        key,
        label,
        swatch:
          points.length > 0 && points.every(({ estimate }) => estimate)
            ? toHollow(tone)
            : toStroke(tone, stroke, shapes[index % shapes.length]),
      }));
    case "map":
      return spec.types.map(({ key, label, tone, shape }) => ({
        key,
        label,
        swatch: toSvg(16, `<path d="${outlines[shape]}" fill="${toneColor(tone ?? "neutral")}"/>`),
      }));
    default:
      return [];
  }
}

function listWhys(spec: ChartSpec, labels: WhyLabels): Entry[] {
  const found = new Set(whysOf(spec));
  return whys
    .filter((why) => found.has(why))
    .map((why) => ({
      key: why,
      label: labels[why],
      swatch:
        why === "missing"
          ? toBox("none", "var(--color-edge)", ' stroke-dasharray="3 3"')
          : toBox(hatchOf(why), "var(--color-edge)"),
    }));
}

function whysOf(spec: ChartSpec): (Why | undefined)[] {
  switch (spec.kind) {
    case "bar":
      return spec.bars.map(({ band }) => band?.why);
    case "line":
      return spec.series.flatMap(({ points }) => points.map(({ band }) => band?.why));
    case "tile":
      return spec.tiles.map(({ why }) => why);
    case "heat":
      return spec.rows.flatMap(({ cells }) => cells.map(({ why }) => why));
    case "sankey":
      return spec.flows.map(({ band }) => band?.why);
    default:
      return [];
  }
}

const outlines: Readonly<Record<Shape, string>> = {
  circle: "M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z",
  diamond: "M8 1L14 8L8 15L2 8Z",
  triangle: "M8 2L14 14H2Z",
  rect: "M2 2H14V14H2Z",
  pin: "M8 15L3.5 8.5a5.2 5.2 0 1 1 9 0Z",
  arrow: "M8 1L14 14L8 11L2 14Z",
};

const toSvg = (width: number, inner: string) =>
  `<svg width="${width}" height="16" viewBox="0 0 ${width} 16">${inner}</svg>`;

function toBox(fill: string, stroke: string, more = ""): string {
  return toSvg(
    20,
    `<rect x="1" y="2" width="18" height="12" rx="1" fill="${fill}" stroke="${stroke}"${more}/>`,
  );
}

/** Estimates alone are points without a line. */
const toHollow = (tone: Tone = "neutral") =>
  toSvg(16, `<circle cx="8" cy="8" r="4.5" fill="none" stroke="${toneColor(tone)}" stroke-width="2"/>`);

function toStroke(tone: Tone = "neutral", stroke: Stroke = "solid", shape: Shape = "circle"): string {
  const color = toneColor(tone);
  const dashes = dashesOf(stroke, 2);
  const line = `<path d="M1 8H27" stroke="${color}" stroke-width="2"${dashes ? ` stroke-dasharray="${dashes}"` : ""}/>`;
  const mark = `<path transform="translate(9 3) scale(.62)" d="${outlines[shape]}" fill="${color}"/>`;
  return toSvg(28, stroke === "solid" ? line + mark : line);
}
