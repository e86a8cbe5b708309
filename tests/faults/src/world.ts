import type { Cast } from "./cast.ts";
import { readHoldings, waitForJobs } from "./inspect.ts";
import type { Journey } from "./journey.ts";
import { judge } from "./judge.ts";

/** An exchange under trial: where it is reached, who works on it, and what an undisturbed posting is made of. */
export type World = {
  readonly url: string;
  readonly ownerUrl: string;
  readonly cast: Cast;
  /** Into how many parts a posting of each author is cut. */
  readonly partsOf: ReadonlyMap<string, number>;
};

export type Figures = Readonly<Record<string, number | string>>;

/** What one fault did. */
export type Outcome = {
  readonly fault: string;
  readonly acknowledged: number;
  readonly found: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Answers that were neither an acknowledgement nor an honest "not now", and whatever else should not be. */
  readonly complaints: readonly string[];
  /** Why it could not be tried here. */
  readonly skipped?: string;
  readonly figures?: Figures;
};

const JOBS_MS = 120_000;

export function skip(fault: string, reason: string): Outcome {
  return { fault, acknowledged: 0, found: 0, lost: [], doubled: [], complaints: [], skipped: reason };
}

/** Waits until every job is done, and holds what was acknowledged against what is there. */
export async function conclude(
  world: Pick<World, "ownerUrl" | "partsOf">,
  fault: string,
  prefix: string,
  journeys: readonly Journey[],
  told: readonly string[],
  figures?: Figures,
): Promise<Outcome> {
  const complaints = [...told];
  if (!(await waitForJobs(world.ownerUrl, JOBS_MS, (jobs) => jobs.waiting === 0)))
    complaints.push(`${prefix}: jobs were still waiting after ${JOBS_MS / 1000} s`);
  const verdict = judge(journeys, await readHoldings(world.ownerUrl, prefix), world.partsOf);
  return { fault, ...verdict, complaints, ...(figures ? { figures } : {}) };
}
