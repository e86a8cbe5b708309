import type { JobPayload } from "@lilink/contract";
import { planTables } from "@lilink/model/goals/release/making";
import { call, callJob } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { freezeRelease } from "./freeze-release.ts";
import { type Maker, makeFigures } from "./make-figures.ts";
import { readPlan } from "./read-plan.ts";
import { ReportBook } from "./read-reports.ts";
import { readTable } from "./read-table.ts";

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
  const actor = { kind: "job", job: job.name } as const;
  const release = await call(kernel, actor, readPlan, payload);
  if (!release) return;
  const plans = planTables(release.definitions, release.shown);
  const book = new ReportBook(plans);
  const made = await makeFigures(
    release,
    plans,
    (planned) => call(kernel, actor, readTable(release, planned, book), {}),
    maker,
  );
  await callJob(kernel, job, freezeRelease(release, made), {});
}
