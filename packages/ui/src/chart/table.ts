import type { ChartSpec, Named, Series } from "./spec.ts";

export type ChartTable = {
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
};

/** Every figure of a chart as text: the table that stands behind it. */
export function toTable(spec: ChartSpec): ChartTable {
  const { head } = spec;
  switch (spec.kind) {
    case "bar":
      return { head, rows: spec.bars.map(({ key, label, text }) => ({ key, cells: [label, text] })) };
    case "tile":
      return { head, rows: spec.tiles.map(({ key, name, text }) => ({ key, cells: [name, text] })) };
    case "stack":
      return {
        head: [...head, ...labelsOf(spec.parts)],
        rows: spec.bars.map(({ key, label, data }) => ({ key, cells: [label, ...textsOf(data)] })),
      };
    case "heat":
      return {
        head: [...head, ...labelsOf(spec.columns)],
        rows: spec.rows.map(({ key, label, cells }) => ({ key, cells: [label, ...textsOf(cells)] })),
      };
    case "line":
    case "spark":
      return { head: [...head, ...labelsOf(spec.series)], rows: toCourse(spec.series) };
    case "sankey": {
      const nameOf = namer(spec.nodes);
      return {
        head,
        rows: spec.flows.map(({ from, to, text }, index) => ({
          key: `${index}`,
          cells: [nameOf(from), nameOf(to), text],
        })),
      };
    }
    case "map": {
      const nameOf = namer(spec.types);
      return {
        head,
        rows: spec.places.map(({ key, label, type, text }) => ({ key, cells: [label, nameOf(type), text] })),
      };
    }
  }
}

/** A row for each place on the axis, a cell for each line. */
function toCourse(series: readonly Series[]): ChartTable["rows"] {
  const names = new Map(
    series.flatMap(({ points }) => points.map(({ x, at }) => [x, at ?? String(x)] as const)),
  );
  return [...names]
    .sort(([a], [b]) => a - b)
    .map(([x, name]) => ({
      key: String(x),
      cells: [name, ...series.map(({ points }) => points.find((point) => point.x === x)?.text ?? "")],
    }));
}

const labelsOf = (items: readonly Named[]) => items.map(({ label }) => label);
const textsOf = (items: readonly { readonly text: string }[]) => items.map(({ text }) => text);

export function namer(items: readonly Named[]): (key: string) => string {
  const names = new Map(items.map(({ key, label }) => [key, label]));
  return (key) => names.get(key) ?? key;
}
