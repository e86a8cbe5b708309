import { type Pattern, scatter } from "./pattern.ts";
import { type Column, sizeOf } from "./programme.ts";

/**
 * At most so many rounds, and so many columns solved for in all: a round that comes to no end by then is taken back, and what
 * is over-suppressed is left so.
 */
const rounds = 24;
const most = 2e6;
/**
 * Of more columns than these no round was seen to end within that work, for publishing even an eighth opens most proofs
 * anew: such a table is left as its first pattern.
 */
const large = 4000;

/**
 * Publishes again what no proof needs: over-suppression is a defect too. In each round a part of what is withheld without
 * being unsafe is published, and of that part alone what the proofs ask for is withheld again, so that a pattern only
 * shrinks. [DC5]
 * @param settle withholds until the pattern protects; false where it cannot
 */
export function thinPattern(pattern: Pattern, settle: () => boolean): void {
  const { columns } = pattern.programme;
  if (columns.length > large) return;
  pattern.limit = pattern.work + most;
  const mayMove = pattern.mayMove;
  let idle = 0;
  for (let round = 0; round < rounds && idle < 3 && pattern.work < pattern.limit; round++) {
    const before = pattern.snapshot();
    const part = partOf(pattern, round);
    if (part.size === 0) continue;
    pattern.mayMove = Uint8Array.from(columns, (_, column) => (part.has(column) ? 1 : 0));
    pattern.publish(part);
    const isSettled = settle();
    const freed = [...part].filter((column) => pattern.isFree[column] === 0).length;
    idle = isSettled && freed > 0 ? 0 : idle + 1;
    if (!isSettled || pattern.exposed.size > before.exposed.size) pattern.recall(before);
  }
  pattern.mayMove = mayMove;
  pattern.limit = Number.POSITIVE_INFINITY;
}

/** Cells that are withheld without being unsafe: first the larger half of them, then one in four, ever others. */
function partOf({ programme, isFree, judgements }: Pattern, round: number): ReadonlySet<number> {
  const columns = [...programme.columns.keys()].filter(
    (column) =>
      programme.columns[column]?.kind === "shown" && isFree[column] === 1 && !judgements[column]?.unsafe,
  );
  if (round > 0) return new Set(columns.filter((column) => (scatter(column, round) >>> 4) % 4 === 0));
  const sizes = new Map(
    columns.map((column) => [column, sizeOf((programme.columns[column] as Column).cell)]),
  );
  columns.sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
  return new Set(columns.slice(0, Math.ceil(columns.length / 2)));
}
