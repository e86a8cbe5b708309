import type { Decimal } from "decimal.js";
import type { Definition } from "../definition.ts";
import { type DimensionCode, definedCodes, findFigureDimension, listLeaves } from "../dimension.ts";
import type { Figures } from "./evaluate-expression.ts";
import { Exact, sumOf } from "./spread.ts";

/** One reported figure: a code for each of its dimensions, a decimal string. */
export type FigureRow = {
  readonly component: string;
  readonly place: Readonly<Record<string, string>>;
  readonly value: string;
  readonly group?: string;
};

export type FiguresAt = {
  readonly rows: readonly FigureRow[];
  readonly definition: Pick<Definition, "terms">;
  /** A code for each dimension that is looked at; the others stand at their totals. */
  readonly at?: Readonly<Record<string, string>>;
  readonly previous?: readonly FigureRow[];
  readonly lastYear?: readonly FigureRow[];
};

/**
 * Figures for expressions from plain rows: sums of what was reported at a place, by the classes and terms of a definition. [DF4]
 * @example toFigures({ rows, definition, at: { province: "36" } }).sum("lithium_raw_lce")
 */
export function toFigures({ rows, definition, at = {}, previous, lastYear }: FiguresAt): Figures {
  const inside = readerOf(definition);
  const matches = ({ place }: FigureRow, where: Readonly<Record<string, string>>) =>
    Object.entries(where).every(([dimension, code]) => inside(dimension, code, place[dimension]));
  const valuesAt = (component: string, where: Readonly<Record<string, string>>) =>
    rows.filter((row) => row.component === component && matches(row, where));
  const sumBy = (found: readonly FigureRow[], keyOf: (row: FigureRow) => string | undefined) => {
    const sums = new Map<string, Decimal>();
    for (const row of found) {
      const key = keyOf(row);
      if (key !== undefined) sums.set(key, new Exact(row.value).plus(sums.get(key) ?? 0));
    }
    return sums;
  };
  const sumUp = (found: readonly FigureRow[]) =>
    found.length === 0 ? null : sumOf(found.map(({ value }) => new Exact(value)));
  const organizational = Object.fromEntries(
    Object.entries(at).filter(([id]) => findFigureDimension(id)?.source === "organization"),
  );
  return {
    sum: (component, narrow) =>
      sumUp(
        valuesAt(component, at).filter((row) => !narrow || matches(row, { [narrow.dimension]: narrow.code })),
      ),
    total: (component) => sumUp(valuesAt(component, organizational)),
    parts: (component, dimension) => sumBy(valuesAt(component, at), ({ place }) => place[dimension]),
    groups: (component) => [...sumBy(valuesAt(component, at), ({ group }) => group).values()],
    values: (component) => valuesAt(component, at).map(({ value }) => new Exact(value)),
    within: (dimension, code) => {
      const here = at[dimension];
      return here === undefined ? null : inside(dimension, code, here);
    },
    earlier: (which) => {
      const before = which === "previous" ? previous : lastYear;
      return before ? toFigures({ rows: before, definition, at }) : null;
    },
  };
}

/** Answers whether a code lies in another one, itself included. */
function readerOf(definition: Pick<Definition, "terms">) {
  const known = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();
  const read = (dimension: string) => {
    const found = known.get(dimension) ?? classesOf(definedCodes(definition, dimension));
    known.set(dimension, found);
    return found;
  };
  return (dimension: string, code: string, inner: string | undefined): boolean =>
    inner !== undefined && (code === inner || (read(dimension).get(code)?.has(inner) ?? false));
}

function classesOf(codes: readonly DimensionCode[]): ReadonlyMap<string, ReadonlySet<string>> {
  const classes = new Map<string, ReadonlySet<string>>();
  const walk = (one: DimensionCode) => {
    if (!one.parts) return;
    const inner = one.parts.flatMap((part) => [part, ...(part.parts ?? []), ...listLeaves(part.parts ?? [])]);
    classes.set(one.code, new Set(inner.map(({ code }) => code)));
    for (const part of one.parts) walk(part);
  };
  for (const code of codes) walk(code);
  return classes;
}
