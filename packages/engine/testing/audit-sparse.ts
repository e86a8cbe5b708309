import { LinearModel, runProgramme, type Solver, type Term } from "../src/optimise/highs.ts";
import { AuditAttackers, outsider } from "./audit-attackers.ts";
import type { AuditCell, AuditTable } from "./audit-table.ts";
import { toRandom } from "./market-table.ts";

export type SparseAudit = {
  readonly attackers: number;
  /** Linear programmes that were solved. */
  readonly programmes: number;
  readonly breaches: readonly { readonly cell: number; readonly attacker: string; readonly fault: string }[];
};

/** A table that fits what is published, by how far its leaves and cells lie from the truth. */
type Witness = { readonly leaves: ReadonlyMap<number, number>; readonly cells: Float64Array };
type Reach = { readonly low: number; readonly high: number };

/** So many tables in random directions are made before cells are looked at one by one; each moves most cells at once. */
const sweeps = 40;
/** So many tables that moved a cell are tried for it again. */
const mostTried = 60;

/**
 * The attacks of `auditTable` on a large table, exact before every attacker. Attackers that told each other all they know reach
 * no further than each of them: where even that is far enough, all of them are done by one table; where it is not, the set is
 * halved until one attacker is left.
 * @param sample of the groups only so many, drawn by a seed; anybody is an attacker always
 */
export function auditSparsely(
  highs: Solver,
  table: AuditTable,
  sample?: { readonly groups: number; readonly seed: number },
): SparseAudit {
  return new SparseAuditor(highs, table, sample).run();
}

class SparseAuditor {
  readonly #cells: readonly AuditCell[];
  readonly #totals: readonly number[];
  readonly #attackers: AuditAttackers;
  readonly #solver: Solver;
  readonly #rows: readonly (readonly Term[])[];
  readonly #model: LinearModel;
  /** Leaves that may differ, in the order of the programme's columns. */
  readonly #loose: readonly number[];
  readonly #cellsOf: readonly number[][];
  /** By cell, the last tables that moved it. */
  readonly #movers: Witness[][];
  readonly #breaches: SparseAudit["breaches"][number][] = [];
  #programmes = 0;

  constructor(
    highs: Solver,
    { leaves, cells, ties = [] }: AuditTable,
    sample: Parameters<typeof auditSparsely>[2],
  ) {
    this.#cells = cells;
    this.#totals = leaves.map((sums) => [...sums.values()].reduce((sum, value) => sum + value, 0));
    this.#attackers = new AuditAttackers(leaves, this.#totals, sample);
    const told = new Set(
      cells.flatMap((one) => (one.published && one.leaves.length === 1 ? one.leaves : [])),
    );
    this.#loose = [...leaves.keys()].filter((leaf) => (leaves[leaf]?.size ?? 0) > 0 && !told.has(leaf));
    this.#solver = highs;
    this.#rows = this.#rowsOf(ties);
    this.#model = new LinearModel(highs, this.#loose.length, this.#rows);
    this.#model.keepBounds();
    this.#cellsOf = leaves.map((): number[] => []);
    for (const [place, cell] of cells.entries())
      for (const leaf of cell.leaves) this.#cellsOf[leaf]?.push(place);
    this.#movers = cells.map(() => []);
  }

  run(): SparseAudit {
    const open = [...this.#cells.keys()].filter((place) => !this.#cells[place]?.published);
    this.#sweep(open);
    for (const place of open) {
      const { leaves } = this.#cells[place] as AuditCell;
      const able = this.#attackers.names.filter((one) => !this.#attackers.knows(one, leaves));
      this.#decide(place, able);
    }
    this.#model.dispose();
    return {
      attackers: this.#attackers.names.length,
      programmes: this.#programmes,
      breaches: this.#breaches,
    };
  }

  /** Tables that fit what all attackers together know, in directions without order, each the same at every run. */
  #sweep(open: readonly number[]): void {
    const room = this.#attackers.roomOf(this.#attackers.names);
    const random = toRandom(1);
    for (let sweep = 0; sweep < sweeps; sweep++) {
      const cost = new Float64Array(this.#totals.length);
      for (const place of open) {
        const cell = this.#cells[place] as AuditCell;
        const weight = (2 * random() - 1) / Math.max(1, this.#sumOf(cell.leaves));
        for (const leaf of cell.leaves) cost[leaf] = (cost[leaf] ?? 0) + weight;
      }
      this.#solve(cost, room);
    }
  }

  /** Whom of a set neither known tables nor new ones keep away; one that is left alone is a breach. */
  #decide(place: number, set: readonly string[]): void {
    const { leaves } = this.#cells[place] as AuditCell;
    let left = this.#leaveOut(place, set);
    if (left.length === 0) return;
    const room = this.#attackers.roomOf(left);
    const asked = left.length;
    let reach: Reach = { low: 0, high: 0 };
    for (const sense of [1, -1]) {
      const cost = new Float64Array(this.#totals.length);
      for (const leaf of leaves) cost[leaf] = -sense;
      const by = this.#solve(cost, room)?.cells[place];
      if (by === undefined) {
        if (asked === 1) throw new Error(`not solved: cell ${place}, attacker ${left[0]}`);
        // What defeats the solver before all of them may not before fewer.
        break;
      }
      reach = { low: Math.min(reach.low, by), high: Math.max(reach.high, by) };
      left = left.filter((one) => this.#faultOf(place, one, reach) !== null);
      if (left.length === 0) return;
    }
    const [attacker = outsider] = left;
    if (asked === 1)
      this.#breaches.push({ cell: place, attacker, fault: this.#faultOf(place, attacker, reach) ?? "" });
    else for (const part of this.#split(left, leaves)) this.#decide(place, part);
  }

  /** Those with nothing in a cell apart from the others, else halves; each smaller than the set. */
  #split(set: readonly string[], leaves: readonly number[]): readonly (readonly string[])[] {
    const inside = new Set(leaves.flatMap((leaf) => [...this.#attackers.groupsIn(leaf)]));
    const parts = [set.filter((one) => !inside.has(one)), set.filter((one) => inside.has(one))];
    if (parts.every(({ length }) => length > 0)) return parts;
    return [set.slice(0, set.length >> 1), set.slice(set.length >> 1)].filter(({ length }) => length > 0);
  }

  /** Those of a set whom no known table keeps away, as far as it fits what all of them know. */
  #leaveOut(place: number, set: readonly string[]): readonly string[] {
    const room = this.#attackers.roomOf(set);
    let [left, reach]: [readonly string[], Reach] = [set, { low: 0, high: 0 }];
    for (const { leaves, cells } of this.#movers[place] ?? []) {
      let share = 1;
      for (const [leaf, by] of leaves)
        share = Math.min(share, ((by < 0 ? room.low[leaf] : room.high[leaf]) ?? 0) / by);
      const by = Math.max(0, share) * (cells[place] ?? 0);
      if (by === 0) continue;
      reach = { low: Math.min(reach.low, by), high: Math.max(reach.high, by) };
      left = left.filter((one) => this.#faultOf(place, one, reach) !== null);
      if (left.length === 0) break;
    }
    return left;
  }

  #solve(cost: Float64Array, { low, high }: AuditRoom): Witness | null {
    this.#programmes += 1;
    const pick = (from: Float64Array) => Float64Array.from(this.#loose, (leaf) => from[leaf] ?? 0);
    const found =
      this.#loose.length === 0 ? new Float64Array(0) : this.#run(pick(cost), pick(low), pick(high));
    if (!found) return null;
    const leaves = new Map<number, number>();
    const cells = new Float64Array(this.#cells.length);
    for (const [at, by] of found.entries()) {
      const leaf = this.#loose[at] ?? 0;
      if (Math.abs(by) <= 1e-7) continue;
      leaves.set(leaf, by);
      for (const place of this.#cellsOf[leaf] ?? []) cells[place] = (cells[place] ?? 0) + by;
    }
    const witness = { leaves, cells };
    for (const [place, by] of cells.entries()) {
      if (Math.abs(by) <= 1e-7 || this.#cells[place]?.published) continue;
      const movers = this.#movers[place] ?? [];
      movers.unshift(witness);
      movers.splice(mostTried);
    }
    return witness;
  }

  /** A large programme may defeat the way that goes on from the last answer: then it is made anew and solved by all that the solver has. */
  #run(cost: Float64Array, lower: Float64Array, upper: Float64Array): Float64Array | null {
    const found = this.#model.solve(cost, lower, upper);
    if (found) return found;
    const rows = this.#rows.map((terms) => ({ terms, low: 0, high: 0 }));
    const integer = this.#loose.map(() => false);
    const { status, columns } = runProgramme(this.#solver, { cost, lower, upper, integer, rows });
    return status === "optimal" ? columns : null;
  }

  #faultOf(place: number, attacker: string, { low, high }: Reach): string | null {
    const { leaves, unsafe, protection } = this.#cells[place] as AuditCell;
    const total = this.#sumOf(leaves);
    const slack = 1e-5 * Math.max(1, total);
    if (high - low <= slack / 100) return "determined";
    if (!unsafe) return null;
    if (high < protection - slack) return "too low above";
    const mine = this.#attackers.putInto(attacker, leaves);
    return total + low > Math.max(total - protection, mine, 0) + slack ? "too high below" : null;
  }

  #sumOf(leaves: readonly number[]): number {
    return leaves.reduce((sum, leaf) => sum + (this.#totals[leaf] ?? 0), 0);
  }

  /** What is published, each set of leaves once, and what ties them. */
  #rowsOf(ties: NonNullable<AuditTable["ties"]>): readonly (readonly Term[])[] {
    const columnOf = new Map(this.#loose.map((leaf, column) => [leaf, column]));
    const rows = new Map<string, readonly Term[]>();
    for (const { leaves, published } of this.#cells) {
      const columns = published ? leaves.flatMap((leaf) => columnOf.get(leaf) ?? []) : [];
      if (columns.length > 0)
        rows.set(
          columns.join(),
          columns.map((column) => [column, 1]),
        );
    }
    const tied = ties.map((terms) =>
      terms.flatMap(([leaf, times]): Term[] => {
        const column = columnOf.get(leaf);
        return column === undefined ? [] : [[column, times]];
      }),
    );
    return [...rows.values(), ...tied.filter(({ length }) => length > 0)];
  }
}

type AuditRoom = ReturnType<AuditAttackers["roomOf"]>;
