/** Equations that add up to 0, each solved for one variable that is in no other; all variables may be 0. */
export type Tableau = {
  readonly rows: Float64Array[];
  readonly solvedFor: number[];
  readonly size: number;
  /** Numbers looked at so far. */
  work: number;
};

const dust = 1e-9;
/** Steps that come to nothing before the choice goes by order, so that no choice returns. */
const patience = 12;

export function toTableau(equations: readonly Float64Array[], size: number): Tableau {
  const tableau: Tableau = { rows: [], solvedFor: [], size, work: 0 };
  extendTableau(tableau, equations);
  return tableau;
}

export function copyTableau({ rows, solvedFor, size }: Tableau): Tableau {
  return { rows: rows.map((row) => row.slice()), solvedFor: [...solvedFor], size, work: 0 };
}

/** Adds equations, but for what follows from others. */
export function extendTableau(tableau: Tableau, equations: readonly Float64Array[]): void {
  const { size } = tableau;
  for (const equation of equations) {
    const row = equation.slice();
    for (const [at, known] of tableau.rows.entries()) take(row, known, row[tableau.solvedFor[at] ?? 0] ?? 0);
    let best = -1;
    for (let at = 0; at < size; at++)
      if (Math.abs(row[at] ?? 0) > Math.max(dust, best < 0 ? 0 : Math.abs(row[best] ?? 0) + dust)) best = at;
    if (best < 0) continue;
    tableau.solvedFor.push(best);
    tableau.rows.push(row);
    solve(tableau, tableau.rows.length - 1, best);
  }
}

/**
 * Values within the room, 0 among them, at which the target reaches `enough`: the simplex method from 0 on, which ends as
 * soon as that is reached. Null where it is not.
 * @example maximise(toTableau([Float64Array.of(1, 1)], 2), Float64Array.of(1, 0), { low: Float64Array.of(-1, -5), high: Float64Array.of(9, 9) }, 3) // [3, -3]
 */
export function maximise(
  tableau: Tableau,
  target: Float64Array,
  { low, high }: { readonly low: Float64Array; readonly high: Float64Array },
  enough: number,
): Float64Array | null {
  const { rows, solvedFor, size } = tableau;
  const gain = target.slice();
  for (const [at, row] of rows.entries()) take(gain, row, gain[solvedFor[at] ?? 0] ?? 0);
  const values = new Float64Array(size);
  const room = (one: number, sign: number) =>
    Math.max(0, sign > 0 ? (high[one] ?? 0) - (values[one] ?? 0) : (values[one] ?? 0) - (low[one] ?? 0));
  let reached = 0;
  for (let idle = 0, step = 0; step < 20 * (rows.length + 5); step++) {
    let [enter, most] = [-1, 1e-7];
    for (let one = 0; one < size; one++) {
      const by = gain[one] ?? 0;
      if (Math.abs(by) <= most || room(one, by) <= dust) continue;
      enter = one;
      if (idle > patience) break;
      most = Math.abs(by);
    }
    if (enter < 0) return null;
    const by = gain[enter] ?? 0;
    const sign = by > 0 ? 1 : -1;
    let [length, leave] = [Math.min((enough - reached) / Math.abs(by), room(enter, sign)), -1];
    for (const [at, row] of rows.entries()) {
      const slope = -(row[enter] ?? 0) * sign;
      if (Math.abs(slope) <= dust) continue;
      const limit = room(solvedFor[at] ?? 0, slope) / Math.abs(slope);
      if (
        limit < length - dust ||
        (limit <= length && leave >= 0 && idle > patience && (solvedFor[at] ?? 0) < (solvedFor[leave] ?? 0))
      )
        [length, leave] = [Math.min(limit, length), at];
    }
    idle = length > dust ? 0 : idle + 1;
    for (const [at, row] of rows.entries())
      values[solvedFor[at] ?? 0] = (values[solvedFor[at] ?? 0] ?? 0) - (row[enter] ?? 0) * sign * length;
    values[enter] = (values[enter] ?? 0) + sign * length;
    reached += Math.abs(by) * length;
    if (reached >= enough * (1 - 1e-12)) return values;
    if (leave < 0) continue;
    solvedFor[leave] = enter;
    solve(tableau, leave, enter);
    const pivot = rows[leave];
    if (pivot) take(gain, pivot, gain[enter] ?? 0);
  }
  return null;
}

/** Solves one equation for a variable, and takes it out of all others. */
function solve(tableau: Tableau, at: number, variable: number): void {
  const { rows } = tableau;
  const row = rows[at];
  if (!row) return;
  tableau.work += rows.length * row.length;
  const by = row[variable] ?? 1;
  for (let one = 0; one < row.length; one++) row[one] = (row[one] ?? 0) / by;
  for (const [other, one] of rows.entries()) if (other !== at) take(one, row, one[variable] ?? 0);
}

function take(from: Float64Array, row: Float64Array, times: number): void {
  if (Math.abs(times) <= 1e-12) return;
  for (let one = 0; one < row.length; one++) from[one] = (from[one] ?? 0) - times * (row[one] ?? 0);
}
