import type { DisclosureParameters } from "./judge-cell.ts";
import { type Pattern, scatter } from "./pattern.ts";
import { huge, toPrices } from "./price.ts";
import { aboveOf, type Cell, type Table } from "./table.ts";
import { listUnsafeUnions } from "./union.ts";

/** A table of no more columns is thinned again and again, from everything withheld on, in other orders. */
const small = 150;
const rounds = 6;
/** So many numbers are looked at for the proofs; what is over-suppressed then is left so. */
const most = 1e8;

/**
 * Publishes again what no proof needs, the largest first, until each cell that is withheld without being unsafe is asked for
 * by some proof: over-suppression is a defect too. A huge table is left as it is: of 700 tries in one, 1 went well. [DC5]
 */
export function thinPattern(pattern: Pattern, table: Table, { pPercent }: DisclosureParameters): void {
  const { columns, columnOf } = pattern.programme;
  if (columns.length > huge) return;
  const isWithheld = ({ place }: Cell) => pattern.isFree[columnOf.get(place) ?? -1] === 1;
  const isFit = (published: ReadonlySet<number>) => {
    const wholes = new Set<Cell>();
    for (const column of published)
      for (const cell of aboveOf(table, (columns[column] as { cell: Cell }).cell)) wholes.add(cell);
    return listUnsafeUnions(table, isWithheld, pPercent, wholes).next().done === true;
  };
  const limit = pattern.work + most;
  const safe = [...columns.keys()].filter(
    (column) => columns[column]?.kind === "shown" && !pattern.judgements[column]?.unsafe,
  );
  const priceOf = toPrices(pattern.programme);
  const thin = (round: number) => {
    const dice = (column: number) => (round === 0 ? 1 : 2 ** ((scatter(column, round) % 64) / 8 - 4));
    const keys = new Map(safe.map((column) => [column, priceOf(column, 0) * dice(column)]));
    const order = safe.filter((column) => pattern.isFree[column] === 1);
    order.sort((a, b) => (keys.get(b) ?? 0) - (keys.get(a) ?? 0) || a - b);
    for (const column of order)
      if (pattern.isFree[column] === 1 && pattern.work < limit) pattern.tryPublish(column, isFit);
    return safe.reduce((sum, column) => sum + (pattern.isFree[column] === 1 ? priceOf(column, 0) : 0), 0);
  };
  let cost = thin(0);
  if (columns.length > small || cost === 0) return;
  let best = pattern.snapshot();
  for (const column of safe) pattern.withhold(column);
  if (pattern.settle()) {
    const all = pattern.snapshot();
    for (let round = 0; round < rounds; round++) {
      pattern.recall(all);
      const now = thin(round);
      if (now < cost) [cost, best] = [now, pattern.snapshot()];
    }
  }
  pattern.recall(best);
}
