import { InputError } from "../error/index.ts";
import type { Answer, Infeasible, Unfinished } from "./answer.ts";
import { type Programme, runProgramme, type Solver } from "./highs.ts";

export type LinearColumn = {
  readonly id: string;
  readonly cost: number;
  /** 0 unless told; -Infinity is open. */
  readonly low?: number;
  readonly high?: number;
  readonly integer?: boolean;
  /** What one unit of change of its bounds costs: 1 unless told; `false` where they may not change. */
  readonly relax?: number | false;
};
export type LinearRow = {
  readonly id: string;
  readonly terms: readonly (readonly [column: string, coefficient: number])[];
  readonly low?: number;
  readonly high?: number;
  readonly relax?: number | false;
};

/** Least cost, or most with `sense: "max"`, over columns and rows. `seconds` ends the search of a mixed programme. */
export type LinearProblem = {
  readonly kind: "linear";
  readonly sense?: "min" | "max";
  readonly columns: readonly LinearColumn[];
  readonly rows: readonly LinearRow[];
  readonly seconds?: number;
};

/** Lowers the low bound or raises the high bound of a row or column; `by` is positive. */
export type LinearRepair = {
  readonly what: "row" | "column";
  readonly at: string;
  readonly side: "low" | "high";
  readonly by: number;
};

export type LinearSolution = Readonly<Record<string, number>>;

const tolerance = 1e-6;

/**
 * A linear or mixed-integer programme by HiGHS, in doubles: `proven` means to a millionth. Where nothing fits, the
 * bounds of rows and columns are made elastic at their weights. [EN30] [EN34]
 * @throws InputError for a column that no row may name, and for a cost without end
 */
export function solveLinear(
  problem: LinearProblem,
  solver: Solver,
): Answer<LinearSolution, LinearRepair> | Unfinished {
  const sign = problem.sense === "max" ? -1 : 1;
  const programme = toProgramme(problem, sign);
  const ran = runProgramme(solver, programme, problem.seconds);
  if (ran.status === "unbounded") throw new InputError({ rule: "unbounded" });
  if (ran.status === "infeasible") return repairLinear(problem, programme, solver);
  const bound = sign * ran.bound + 0;
  if (ran.columns === null) return { infeasible: false, value: null, bound, proven: false, solution: null };
  const columns = ran.columns;
  const solution = Object.fromEntries(
    problem.columns.map(({ id, integer }, at) => {
      const value = columns[at] ?? 0;
      return [id, integer ? Math.round(value) : value];
    }),
  );
  const value = problem.columns.reduce((sum, { id, cost }) => sum + cost * (solution[id] ?? 0), 0);
  const proven =
    ran.status === "optimal" &&
    Math.abs(value - bound) <= tolerance * Math.max(1, Math.abs(value)) &&
    fits(problem, solution);
  return { infeasible: false, value, bound, proven, solution };
}

function toProgramme({ columns, rows }: LinearProblem, sign: 1 | -1): Programme {
  const placeOf = new Map(columns.map(({ id }, at) => [id, at]));
  if (placeOf.size !== columns.length) throw new InputError({ rule: "duplicate" });
  return {
    cost: Float64Array.from(columns, ({ cost }) => sign * cost),
    lower: Float64Array.from(columns, ({ low = 0 }) => low),
    upper: Float64Array.from(columns, ({ high = Infinity }) => high),
    integer: columns.map(({ integer = false }) => integer),
    rows: rows.map(({ id, terms, low = -Infinity, high = Infinity }) => ({
      low,
      high,
      terms: terms.map(([column, coefficient]) => {
        const place = placeOf.get(column);
        if (place === undefined) throw new InputError({ rule: "notInList", row: id, column });
        return [place, coefficient] as const;
      }),
    })),
  };
}

/** Whether the rounded solution keeps every bound, looked at anew. */
function fits({ columns, rows }: LinearProblem, solution: LinearSolution): boolean {
  const isWithin = (value: number, low: number, high: number) => {
    const room = tolerance * Math.max(1, Math.abs(value));
    return value >= low - room && value <= high + room;
  };
  const sumOf = ({ terms }: LinearRow) => terms.reduce((sum, [id, by]) => sum + by * (solution[id] ?? 0), 0);
  return (
    columns.every(({ id, low = 0, high = Infinity }) => isWithin(solution[id] ?? 0, low, high)) &&
    rows.every((row) => isWithin(sumOf(row), row.low ?? -Infinity, row.high ?? Infinity))
  );
}

/** A slack at a price beside each bound that may change; a column's own bound 0 is what it is, and stays. */
function repairLinear(
  { columns, rows, seconds }: LinearProblem,
  programme: Programme,
  solver: Solver,
): Infeasible<LinearRepair> {
  const slacks: { readonly repair: Omit<LinearRepair, "by">; readonly price: number }[] = [];
  const first = columns.length;
  const loosen = (
    what: LinearRepair["what"],
    at: string,
    low: number,
    high: number,
    relax: number | false = 1,
  ) =>
    relax === false
      ? []
      : (["low", "high"] as const).flatMap((side) => {
          if (
            !Number.isFinite(side === "low" ? low : high) ||
            (what === "column" && side === "low" && low === 0)
          )
            return [];
          const place = first + slacks.push({ repair: { what, at, side }, price: relax }) - 1;
          return [[place, side === "low" ? 1 : -1] as const];
        });
  const elasticRows = rows.map(({ id, low = -Infinity, high = Infinity, relax }, at) => ({
    low,
    high,
    terms: [...(programme.rows[at]?.terms ?? []), ...loosen("row", id, low, high, relax)],
  }));
  const elasticColumns = columns.map(({ id, low = 0, high = Infinity, relax }, at) => ({
    low,
    high,
    terms: [[at, 1] as const, ...loosen("column", id, low, high, relax)],
  }));
  const ran = runProgramme(
    solver,
    {
      cost: Float64Array.from([...columns.map(() => 0), ...slacks.map(({ price }) => price)]),
      lower: Float64Array.from([...columns.map(() => -Infinity), ...slacks.map(() => 0)]),
      upper: new Float64Array(first + slacks.length).fill(Infinity),
      integer: [...programme.integer, ...slacks.map(() => false)],
      rows: [...elasticRows, ...elasticColumns],
    },
    seconds,
  );
  if (ran.columns === null)
    return { infeasible: true, repairs: [], price: Infinity, proven: ran.status === "infeasible" };
  const repairs: LinearRepair[] = [];
  let price = 0;
  for (const [at, slack] of slacks.entries()) {
    const by = Number((ran.columns[first + at] ?? 0).toPrecision(9));
    if (by <= tolerance) continue;
    repairs.push({ ...slack.repair, by });
    price += by * slack.price;
  }
  const proven = ran.status === "optimal" && Math.abs(price - ran.bound) <= tolerance * Math.max(1, price);
  return { infeasible: true, repairs, price, proven };
}
