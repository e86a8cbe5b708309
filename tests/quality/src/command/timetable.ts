import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { type Pair, planTimetable } from "@lilink/model/timetable";
import { createRandom } from "../bench/random.ts";
import { requireFlag } from "../flag.ts";

type Instance = {
  readonly id: string;
  readonly buyers?: number;
  readonly sellers?: number;
  readonly nodes?: number;
  readonly tables: number;
  readonly slots?: number;
  readonly edges: readonly Pair[];
  /** By b0, s0 or n0 (or the number of a node): the slots, from 1. */
  readonly available?: Readonly<Record<string, readonly number[]>>;
};

/** --file F [--seed N]: meetings of two sides or of anybody with anybody, tables and perhaps availability. */
export async function run(args: readonly string[]): Promise<unknown> {
  const { instances } = JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")) as {
    readonly instances: readonly Instance[];
  };
  return { instances: instances.map(plan) };
}

function plan(instance: Instance) {
  const { id, buyers = 0, sellers = 0, nodes, tables, slots, edges, available } = instance;
  const hasSides = nodes === undefined;
  const start = performance.now();
  const found = planTimetable(
    {
      parties: nodes ?? buyers + sellers,
      meetings: hasSides ? edges.map(([buyer, seller]) => [buyer, buyers + seller] as const) : edges,
      tables,
      ...(slots !== undefined && { slots }),
      ...(available && { available: toAvailable(available, buyers) }),
    },
    { random: createRandom(1) },
  );
  return {
    id,
    placed: edges.length - found.unplaced.length,
    unplaced: found.unplaced.length,
    slots: found.slots,
    lowerBound: found.lowerBound,
    proven: found.proven,
    sumIdle: found.sumIdle,
    maxIdle: found.maxIdle,
    moved: 0,
    ms: Math.round(performance.now() - start),
    reasons: found.unplaced,
    slotOf: found.slotOf,
  };
}

function toAvailable(
  given: NonNullable<Instance["available"]>,
  buyers: number,
): ReadonlyMap<number, readonly number[]> {
  return new Map(
    Object.entries(given).map(([name, slots]) => {
      const at = Number(name.replace(/^\D+/, ""));
      return [name.startsWith("s") ? buyers + at : at, slots] as const;
    }),
  );
}
