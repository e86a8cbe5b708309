import type { CostTable, PartialAssignment } from "./cost-table.ts";

/**
 * Gives every free row a column along the cheapest alternating path (Dijkstra over reduced costs). `order` holds the
 * columns in three parts: settled, at the least distance, further away.
 */
export function augment(table: CostTable, partial: PartialAssignment, free: Int32Array): void {
  const { size } = table;
  const order = Int32Array.from({ length: size }, (_, column) => column);
  const from = new Int32Array(size);
  const distance = new Float64Array(size);
  for (const row of free) {
    const end = findPath(table, partial, row, order, from, distance);
    flip(partial, row, end, from);
  }
}

function findPath(
  { size, cost }: CostTable,
  { rowOf, price }: PartialAssignment,
  start: number,
  order: Int32Array,
  from: Int32Array,
  distance: Float64Array,
): number {
  for (let column = 0; column < size; column++) {
    order[column] = column;
    from[column] = start;
    distance[column] = (cost[start * size + column] as number) - (price[column] as number);
  }
  let [settled, near, least] = [0, 0, 0];
  for (;;) {
    if (settled === near) {
      least = Infinity;
      for (let at = near; at < size; at++) {
        const column = order[at] as number;
        const far = distance[column] as number;
        if (far > least) continue;
        if (far < least) {
          least = far;
          near = settled;
        }
        order[at] = order[near] as number;
        order[near++] = column;
      }
      for (let at = settled; at < near; at++) {
        const column = order[at] as number;
        if ((rowOf[column] as number) < 0) {
          lowerPrices(price, distance, order, settled, least);
          return column;
        }
      }
    }
    const column = order[settled++] as number;
    const row = rowOf[column] as number;
    const base = row * size;
    const offset = (cost[base + column] as number) - (price[column] as number) - least;
    for (let at = near; at < size; at++) {
      const other = order[at] as number;
      const far = (cost[base + other] as number) - (price[other] as number) - offset;
      if (far >= (distance[other] as number)) continue;
      distance[other] = far;
      from[other] = row;
      if (far !== least) continue;
      if ((rowOf[other] as number) < 0) {
        lowerPrices(price, distance, order, settled, least);
        return other;
      }
      order[at] = order[near] as number;
      order[near++] = other;
    }
  }
}

/** Settled columns become cheaper by how much nearer they were than the end of the path. */
function lowerPrices(
  price: Float64Array,
  distance: Float64Array,
  order: Int32Array,
  settled: number,
  least: number,
): void {
  for (let at = 0; at < settled; at++) {
    const column = order[at] as number;
    price[column] = (price[column] as number) + (distance[column] as number) - least;
  }
}

function flip({ columnOf, rowOf }: PartialAssignment, start: number, end: number, from: Int32Array): void {
  for (let column = end, row = -1; row !== start; ) {
    row = from[column] as number;
    rowOf[column] = row;
    const previous = columnOf[row] as number;
    columnOf[row] = column;
    column = previous;
  }
}
