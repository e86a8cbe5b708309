import { toneColor } from "../../tone.ts";
import { hatchOf } from "../pattern.ts";
import type { SankeySpec } from "../spec.ts";
import { ground, ink, type Plan, textSize, widest, widthOf } from "./plan.ts";

const lineHeight = 14;
const nodeWidth = 10;

/** Flows between nodes, as wide as they are large. One that is missing is in the table alone. */
export function planSankey({ nodes, flows }: SankeySpec, width: number): Plan {
  const drawn = flows.flatMap(({ from, to, value, band }) => {
    const size = band?.high ?? value;
    return size === null || size <= 0 ? [] : [{ from, to, size, band }];
  });
  const ends = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  const starts = new Set(drawn.map(({ from }) => from));
  const arrivals = new Set(drawn.map(({ to }) => to));
  const isNarrow = width < 500;
  // A word longer than its line would lose its begin beside the first nodes.
  const longest = widest(
    nodes
      .filter(({ key }) => !arrivals.has(key))
      .flatMap(({ label }) => label.split(/[\s\u2e80-\u{3ffff}]+/u)),
  );
  const room = Math.round(Math.min(190, width * 0.31, Math.max(width * 0.27, longest + 8)));
  // Letters are drawn a little wider than they are measured.
  const line = room - 18;
  const between = nodes.filter(({ key }) => starts.has(key) && arrivals.has(key));
  // One node between has its name above it; names of several stand there too, on the side of what comes.
  const betweenRoom = Math.round((width - 2 * room - 3 * nodeWidth) / 2) - 8;
  // A short name breaks in that room where it is narrow, so there it stands above its node, in one line.
  const isShort = isNarrow && between.every(({ short }) => short);
  const placeOf = (key: string) =>
    !starts.has(key)
      ? ({ position: "right", width: line } as const)
      : !arrivals.has(key)
        ? ({ position: "left", width: line } as const)
        : between.length > 1 && !isShort
          ? // Above the ribbon that comes, and before those that leave: there the ground is plain.
            ({
              position: [nodeWidth, -4],
              align: "right",
              verticalAlign: "bottom",
              width: betweenRoom,
            } as const)
          : ({ position: "top", width: line } as const);
  const nameOf = new Map(
    nodes.map(({ key, label, short, amount }) => {
      const isBetween = starts.has(key) && arrivals.has(key);
      const name = isShort && between.length > 1 && isBetween ? (short ?? label) : label;
      const lines = breakWords(name, placeOf(key).width);
      return [key, amount === undefined ? lines : `${lines}\n${amount}`];
    }),
  );
  // A thin node is lower than its name, so names of several lines keep nodes apart.
  const lines = Math.max(
    1,
    ...[...ends].map((key) =>
      (nameOf.get(key) ?? key)
        .split("\n")
        .reduce((sum, text) => sum + Math.ceil(widthOf(text) / placeOf(key).width), 0),
    ),
  );
  const nodeGap = Math.max(16, Math.min(5, lines) * lineHeight + (between.length > 1 && !isShort ? 8 : 0));
  return {
    height: Math.max(
      160,
      ends.size * (isNarrow ? 38 : 34),
      mostAbreast(ends, starts, arrivals) * (nodeGap + 22),
    ),
    option: {
      series: [
        {
          type: "sankey",
          silent: true,
          left: room,
          right: room,
          // The name of a thin node stands out above and below it.
          top: between.length > 1 && !isShort ? Math.max(22, Math.min(5, lines) * lineHeight + 8) : 22,
          bottom: Math.max(10, (lines * lineHeight) / 2),
          nodeWidth,
          nodeGap,
          draggable: false,
          data: nodes
            .filter(({ key }) => ends.has(key))
            .map(({ key, tone = "neutral" }) => ({
              name: key,
              itemStyle: { color: toneColor(tone), borderWidth: 0 },
              label: placeOf(key),
            })),
          links: drawn.map(({ from, to, size, band }) => ({
            source: from,
            target: to,
            value: size,
            lineStyle: band
              ? { color: hatchOf(band.why), opacity: 1 }
              : { color: "var(--color-edge)", opacity: 0.4 },
          })),
          label: {
            color: ink,
            fontSize: textSize,
            lineHeight,
            // Names lie on ribbons: a rim keeps them legible where two of them cross.
            textBorderColor: ground,
            textBorderWidth: 2,
            overflow: "break",
            formatter: ({ name }: { readonly name: string }) => nameOf.get(name) ?? name,
          },
        },
      ],
    },
  };
}

/** How many nodes stand one above the other at most. */
function mostAbreast(
  ends: ReadonlySet<string>,
  starts: ReadonlySet<string>,
  arrivals: ReadonlySet<string>,
): number {
  const count = (isIn: (key: string) => boolean) => [...ends].filter(isIn).length;
  return Math.max(
    count((key) => !arrivals.has(key)),
    count((key) => !starts.has(key)),
    count((key) => starts.has(key) && arrivals.has(key)),
  );
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** What is not broken: a word, a short note in brackets, and the sign that follows a word. */
const pieces = /[（(](?:[^（()）]{1,6}|[a-z]{1,12})[)）]|\s+|[^\s（(]+|[（(]/giu;

/** A name in lines of whole words: a line that the chart itself breaks begins with the blank, or within a Chinese word. */
function breakWords(name: string, width: number): string {
  const words = [...name.matchAll(pieces)].flatMap(([piece]) =>
    /^[（(]/.test(piece) ? [piece] : [...segmenter.segment(piece)].map(({ segment }) => segment),
  );
  let text = "";
  for (const word of words) {
    const line = text.slice(text.lastIndexOf("\n") + 1);
    const isSign = /^[\p{P}\p{S}]+$/u.test(word) && !/^[（(]/.test(word);
    if (line !== "" && !isSign && widthOf(line + word.trimEnd()) > width * 0.95)
      text = `${text.trimEnd()}\n${word.trimStart()}`;
    else text += word;
  }
  return text;
}
