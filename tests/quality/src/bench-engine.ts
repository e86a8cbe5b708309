import { availableParallelism, cpus } from "node:os";
import { engineRows } from "./bench/engine-rows.ts";
import { findFlag } from "./flag.ts";

/**
 * How fast the small rooms of the engine are: bands, dated rules, folds, colourings and repairs, quantities. One JSON object on
 * the last line of stdout.
 * @example npm run bench:engine -- --seed 7
 */
const seed = Number(findFlag(process.argv.slice(2), "--seed") ?? 7);
const machine = `${cpus()[0]?.model ?? "?"} x${availableParallelism()}, Node ${process.version}`;
process.stdout.write(`${JSON.stringify({ seed, machine, rows: await engineRows(seed) })}\n`);
