import { readFile } from "node:fs/promises";
import { type Cell, forecastHealth, simpleForecasts } from "@lilink/model/trace";
import { findFlag, requireFlag } from "../flag.ts";

/**
 * --file F [--train 0.5]: of each cell the first part is known and the rest is forecast, with what the other cells of the
 * file teach. Errors are shares of rated capacity.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const share = Number(findFlag(args, "--train") ?? "0.5");
  if (!(share > 0 && share < 1)) throw new Error("--train is a share between 0 and 1");
  const cells = readCells(await readFile(requireFlag(args, "--file"), "utf8"));
  const measured = cells.map((cell) => measure(cell, cells, share));
  const errors = measured.flatMap(({ squares }) => squares);
  const simple = (["persistence", "linear", "exponential"] as const).map((name) =>
    rootMean(measured.flatMap(({ simpleSquares }) => simpleSquares[name])),
  );
  const inside = measured.flatMap(({ hits }) => hits);
  return {
    cells: measured.map(({ result }) => result),
    pooled: {
      n: errors.length,
      rmse: round(rootMean(errors)),
      best_simple: round(Math.min(...simple)),
      coverage90: round(inside.filter(Boolean).length / inside.length),
    },
  };
}

function measure(cell: Cell, cells: readonly Cell[], share: number) {
  const n = Math.floor(cell.soh.length * share);
  const [known, rest] = [cell.soh.slice(0, n), cell.soh.slice(n)];
  const { points } = forecastHealth(
    known,
    rest.length,
    cells.filter((one) => one !== cell),
    share,
  );
  const squaresOf = (values: readonly number[]) => values.map((value, at) => (value - (rest[at] ?? 0)) ** 2);
  const forecasts = simpleForecasts(known, rest.length);
  const simpleSquares = {
    persistence: squaresOf(forecasts.persistence),
    linear: squaresOf(forecasts.linear),
    exponential: squaresOf(forecasts.exponential),
  };
  const simple = {
    persistence: round(rootMean(simpleSquares.persistence)),
    linear: round(rootMean(simpleSquares.linear)),
    exponential: round(rootMean(simpleSquares.exponential)),
  };
  const squares = squaresOf(points.map(({ value }) => value));
  const hits = points.map(({ low, high }, at) => low <= (rest[at] ?? 0) && (rest[at] ?? 0) <= high);
  const result = {
    id: cell.id,
    n: rest.length,
    rmse: round(rootMean(squares)),
    best_simple: Math.min(...Object.values(simple)),
    simple,
    coverage90: round(hits.filter(Boolean).length / hits.length),
  };
  return { result, squares, simpleSquares, hits };
}

function readCells(text: string): readonly Cell[] {
  const [head = "", ...lines] = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const names = head.split(",").map((name) => name.trim());
  const [cell, cycle, capacity, rated] = ["cell", "cycle", "capacity_ah", "rated_ah"].map((name) =>
    names.indexOf(name),
  );
  const rows = new Map<string, { readonly cycle: number; readonly soh: number }[]>();
  for (const line of lines) {
    const fields = line.split(",");
    const fieldOf = (at: number | undefined) => fields[at ?? -1]?.trim() ?? "";
    const soh = Number(fieldOf(capacity)) / Number(fieldOf(rated));
    if (!Number.isFinite(soh) || soh <= 0) throw new Error(`no capacity in the line: ${line}`);
    const id = fieldOf(cell);
    rows.set(id, [...(rows.get(id) ?? []), { cycle: Number(fieldOf(cycle)), soh }]);
  }
  return [...rows].map(([id, points]) => ({
    id,
    soh: points.toSorted((a, b) => a.cycle - b.cycle).map(({ soh }) => soh),
  }));
}

function rootMean(squares: readonly number[]): number {
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / Math.max(1, squares.length));
}

function round(value: number): number {
  return Number(value.toFixed(5));
}
