import { availableParallelism } from "node:os";
import { openThreadPool } from "@lilink/documents/thread";
import { type Kernel, type Protect, rollUpTalent } from "@lilink/services";
import type { Handler } from "../job/run.ts";
import { type ReleaseOptions, readOrTell } from "./release-handler.ts";

const mostThreads = 2;

/** Rolls up the demand for people by the sealed parameters. Where the operator named none nothing is told, and every day asks again. [SK4] */
export function createTalentHandler(kernel: Kernel, { file, thread, log }: ReleaseOptions): Handler {
  return async (_payload, job) => {
    if (file === undefined) return;
    const parameters = readOrTell(file, log);
    const threads = openThreadPool<Protect>(thread, Math.min(mostThreads, availableParallelism()));
    try {
      await rollUpTalent(kernel, job, { protect: threads.run, parameters });
    } finally {
      await threads.close();
    }
  };
}
