import type { JobPayload } from "@lilink/contract";
import type { DisclosureParameters, Release, ReleaseInput } from "@lilink/model/goals/disclosure";
import { type FigureCell, planTables, toFigures } from "@lilink/model/goals/release";
import { call, callJob } from "../kernel/call.ts";
import type { Kernel } from "../kernel/context.ts";
import { freezeRelease } from "./freeze-release.ts";
import { type ReleasePlan, readPlan } from "./read-plan.ts";
import { readTable } from "./read-table.ts";

/** Decides what of one table is published; the worker does it in threads of its own, so that other jobs go on. */
export type Protect = (input: ReleaseInput) => Promise<Release>;

export type Maker = { readonly protect: Protect; readonly parameters: DisclosureParameters };

/** So many tables are read ahead of those that are being protected. */
const ahead = 4;

/**
 * Makes a release: reads what is verified, protects table by table, and freezes all of it in one transaction. Nothing is
 * held open meanwhile; a maker that dies leaves nothing behind and the next begins anew. [RL4]
 */
export async function makeRelease(
  kernel: Kernel,
  job: { readonly id: string; readonly name: string },
  payload: JobPayload<"release.make">,
  maker: Maker,
): Promise<void> {
  const release = await call(kernel, { kind: "job", job: job.name }, readPlan, payload);
  if (!release) return;
  const figures = await makeFigures(kernel, job.name, release, maker);
  await callJob(kernel, job, freezeRelease(release, figures), {});
}

async function makeFigures(
  kernel: Kernel,
  job: string,
  release: ReleasePlan,
  { protect, parameters }: Maker,
): Promise<readonly FigureCell[]> {
  const figures: FigureCell[][] = [];
  const plans = [...planTables(release.definitions, release.shown).entries()];
  const work = async () => {
    for (let next = plans.shift(); next; next = plans.shift()) {
      const [at, planned] = next;
      const { plan, ...input } = await call(kernel, { kind: "job", job }, readTable(release, planned), {});
      const { cells } = await protect({ ...input, parameters });
      figures[at] = plan.faces.flatMap((face) => toFigures(plan, face, cells));
    }
  };
  await Promise.all(Array.from({ length: ahead }, work));
  return figures.flat();
}
