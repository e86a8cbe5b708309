/**
 * Equations that add up to 0, each solved for one variable that is in no other; all variables may be 0. A row holds what
 * stands beside its own variable: a number for each variable that none is solved for.
 */
export type Tableau = {
  readonly rows: Float64Array[];
  readonly solvedFor: number[];
  /** Variables that none is solved for, in the order of a row's numbers. */
  readonly open: number[];
  readonly size: number;
  /** Numbers looked at so far. */
  work: number;
};

const dust = 1e-9;
/** Steps that come to nothing before the choice goes by order, so that no choice returns. */
const patience = 12;

export function toTableau(equations: readonly Float64Array[], size: number): Tableau {
  const open = Array.from({ length: size }, (_, variable) => variable);
  const tableau: Tableau = { rows: [], solvedFor: [], open, size, work: 0 };
  extendTableau(tableau, equations);
  return tableau;
}

export function copyTableau({ rows, solvedFor, open, size }: Tableau): Tableau {
  const copies = rows.map((row) => row.slice(0, open.length));
  return { rows: copies, solvedFor: [...solvedFor], open: [...open], size, work: 0 };
}

/** Adds equations, but for what follows from others. */
export function extendTableau(tableau: Tableau, equations: readonly Float64Array[]): void {
  const { rows, solvedFor, open } = tableau;
  for (const equation of equations) {
    const row = inOpen(tableau, equation);
    let best = -1;
    for (let at = 0; at < open.length; at++)
      if (Math.abs(row[at] ?? 0) > Math.max(dust, best < 0 ? 0 : Math.abs(row[best] ?? 0) + dust)) best = at;
    if (best < 0) continue;
    const [variable, last] = [open[best] ?? 0, open.length - 1];
    const by = row[best] ?? 1;
    for (let at = 0; at <= last; at++) row[at] = (row[at] ?? 0) / by;
    tableau.work += rows.length * open.length;
    for (const one of rows) take(one, row, one[best] ?? 0, open.length);
    solvedFor.push(variable);
    rows.push(row);
    for (const one of rows) one[best] = one[last] ?? 0;
    open[best] = open[last] ?? 0;
    open.pop();
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
  const { rows, solvedFor, open, size } = tableau;
  const gain = inOpen(tableau, target);
  const values = new Float64Array(size);
  const room = (one: number, sign: number) =>
    Math.max(0, sign > 0 ? (high[one] ?? 0) - (values[one] ?? 0) : (values[one] ?? 0) - (low[one] ?? 0));
  let reached = 0;
  for (let idle = 0, step = 0; step < 20 * (rows.length + 5); step++) {
    let [enter, most] = [-1, 1e-7];
    for (let at = 0; at < open.length; at++) {
      const by = gain[at] ?? 0;
      if (Math.abs(by) <= most || room(open[at] ?? 0, by) <= dust) continue;
      if (idle <= patience) most = Math.abs(by);
      else if (enter >= 0 && (open[at] ?? 0) > (open[enter] ?? 0)) continue;
      enter = at;
    }
    if (enter < 0) return null;
    const entering = open[enter] ?? 0;
    const by = gain[enter] ?? 0;
    const sign = by > 0 ? 1 : -1;
    let [length, leave] = [Math.min((enough - reached) / Math.abs(by), room(entering, sign)), -1];
    for (let at = 0; at < rows.length; at++) {
      const slope = -(rows[at]?.[enter] ?? 0) * sign;
      if (Math.abs(slope) <= dust) continue;
      const limit = room(solvedFor[at] ?? 0, slope) / Math.abs(slope);
      if (
        limit < length - dust ||
        (limit <= length && leave >= 0 && idle > patience && (solvedFor[at] ?? 0) < (solvedFor[leave] ?? 0))
      )
        [length, leave] = [Math.min(limit, length), at];
    }
    idle = length > dust ? 0 : idle + 1;
    for (let at = 0; at < rows.length; at++) {
      const one = solvedFor[at] ?? 0;
      values[one] = (values[one] ?? 0) - (rows[at]?.[enter] ?? 0) * sign * length;
    }
    values[entering] = (values[entering] ?? 0) + sign * length;
    reached += Math.abs(by) * length;
    if (reached >= enough * (1 - 1e-12)) return values;
    if (leave >= 0) exchange(tableau, leave, enter, gain);
  }
  return null;
}

/** Solves a row for another variable, and takes that out of all others and of the target. */
function exchange(tableau: Tableau, leave: number, enter: number, gain: Float64Array): void {
  const { rows, solvedFor, open } = tableau;
  const pivot = rows[leave];
  if (!pivot) return;
  tableau.work += rows.length * open.length;
  const by = pivot[enter] ?? 1;
  for (let at = 0; at < open.length; at++) pivot[at] = (pivot[at] ?? 0) / by;
  pivot[enter] = 1 / by;
  for (let at = 0; at <= rows.length; at++) {
    const row = at < rows.length ? rows[at] : gain;
    if (!row || at === leave) continue;
    const times = row[enter] ?? 0;
    row[enter] = 0;
    take(row, pivot, times, open.length);
  }
  [solvedFor[leave], open[enter]] = [open[enter] ?? 0, solvedFor[leave] ?? 0];
}

/** A sum of variables, by those alone that none is solved for. */
function inOpen({ rows, solvedFor, open }: Tableau, sum: Float64Array): Float64Array {
  const row = Float64Array.from(open, (variable) => sum[variable] ?? 0);
  for (const [at, known] of rows.entries()) take(row, known, sum[solvedFor[at] ?? 0] ?? 0, open.length);
  return row;
}

function take(from: Float64Array, row: Float64Array, times: number, length: number): void {
  if (Math.abs(times) <= 1e-12) return;
  // Without a look at what may be missing, which takes seven times as long.
  for (let at = 0; at < length; at++) from[at] = (from[at] as number) - times * (row[at] as number);
}
