import { readFile } from "node:fs/promises";
import { assessProgress, type ProgressCase } from "@lilink/model/goals";
import { requireFlag } from "../flag.ts";

type FileCase = ProgressCase & { readonly id: string };

/** --file F: every case with both ratios, both statuses and the score; ratios and scores to four places. */
export async function run(args: readonly string[]): Promise<unknown> {
  const file = requireFlag(args, "--file");
  const { cases } = JSON.parse(await readFile(file, "utf8")) as { cases: readonly FileCase[] };
  return { cases: cases.map(measure) };
}

function measure(one: FileCase) {
  const progress = assessProgress({ ...one, target: one.target ?? null });
  return {
    id: one.id,
    compoundRatio: round(progress.compoundRatio),
    linearRatio: round(progress.linearRatio),
    compoundStatus: progress.compoundStatus,
    linearStatus: progress.linearStatus,
    score: round(progress.score),
    disagree: progress.disagree,
  };
}

function round(value: { toFixed(places: number): string } | null): number | null {
  return value && Number(value.toFixed(4));
}
