import { LilinkError } from "@lilink/model/error";
import { shippedSeries } from "@lilink/model/goals";
import { callJob } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { importSeries } from "./import-series.ts";

/**
 * Takes in the series that the product ships, as the worker. An edition that stands there with other figures stays:
 * the operator's file goes before ours. Answers how many series came.
 */
export async function seedSeries(worker: Kernel): Promise<number> {
  const { series, rows } = shippedSeries();
  let added = 0;
  for (const head of series) {
    const input = { series: [head], rows: rows.filter((row) => row.series === head.code) };
    const job = { id: worker.newId(), name: "goal.import" };
    try {
      const done = await callJob(worker, job, importSeries, input);
      added += done?.added.length ?? 0;
    } catch (error) {
      if (!(error instanceof LilinkError && error.code === "CONFLICT")) throw error;
    }
  }
  return added;
}
