import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { assignReviewers, breachesOf, type ReviewCase, shareFairly } from "@lilink/model/fund";
import { findFlag, requireFlag } from "../flag.ts";

/** --file F [--rounds N]: applications, reviewers with their loads, fits and conflicts; the largest sum, and the fairest beside its bound. */
export async function run(args: readonly string[]): Promise<unknown> {
  const given = JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")) as ReviewCase;
  const wanted = { ...given, conflicts: given.conflicts ?? [] };
  const start = performance.now();
  const best = assignReviewers(wanted);
  const ms = Math.round(performance.now() - start);
  if (!("reviewersOf" in best))
    return { value: null, proven: true, minPerApplication: null, breaches: 0, repairs: best.repairs, ms };
  const fair = shareFairly(wanted, Number(findFlag(args, "--rounds") ?? 8));
  return {
    value: best.value,
    proven: best.proven,
    minPerApplication: best.minPerApplication,
    breaches: breachesOf(wanted, best),
    ms,
    ...("reviewersOf" in fair && {
      fair: {
        value: fair.value,
        minPerApplication: fair.minPerApplication,
        bound: fair.bound,
        gap: fair.bound > 0 ? 1 - fair.minPerApplication / fair.bound : 0,
        breaches: breachesOf(wanted, fair),
      },
    }),
  };
}
