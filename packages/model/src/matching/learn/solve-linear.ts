/** Solves A·x = b for a positive definite A by Gauss with the largest pivot; A and b are left as they are. */
export function solveLinear(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] {
  const size = right.length;
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
    const pivot = rows[best];
    const current = rows[column];
    if (!pivot || !current) continue;
    rows[best] = current;
    rows[column] = pivot;
    const lead = pivot[column] ?? 0;
    for (const [index, row] of rows.entries()) {
      if (index === column || lead === 0) continue;
      const factor = (row[column] ?? 0) / lead;
      if (factor === 0) continue;
      for (let place = column; place <= size; place++)
        row[place] = (row[place] ?? 0) - factor * (pivot[place] ?? 0);
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] || 1));
}
