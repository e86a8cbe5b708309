import { availableParallelism } from "node:os";
import type { JobPayload } from "@lilink/contract";
import { openThreadPool, TaskError } from "@lilink/documents/thread";
import { call, failRelease, type Kernel, makeRelease, type Protect } from "@lilink/services";
import type { Logger } from "pino";
import type { Handler } from "../job/run.ts";
import { ParametersError, readParameters } from "./read-parameters.ts";

const mostThreads = 4;

export type ReleaseOptions = {
  /** Where the sealed parameters lie. */
  readonly file: string | undefined;
  /** The built `protect-thread.ts`. */
  readonly thread: URL;
  readonly log: Logger;
};

/**
 * Makes a release by the sealed parameters, in threads that live as long as the making. Without parameters the job fails,
 * with a line for the operator, and is tried again: the file is read anew each time. [RL11]
 */
export function createReleaseHandler(kernel: Kernel, { file, thread, log }: ReleaseOptions): Handler {
  return async (payload, job) => {
    const given = payload as JobPayload<"release.make">;
    const parameters = readOrTell(file, log);
    const threads = openThreadPool<Protect>(thread, Math.min(mostThreads, availableParallelism()));
    try {
      await makeRelease(kernel, job, given, { protect: threads.run, parameters });
    } catch (error) {
      // What the tables themselves refuse would be refused again: an officer asks anew once it is mended.
      if (!(error instanceof TaskError) && !(error instanceof RangeError)) throw error;
      log.error({ job: job.name, id: job.id }, "the release cannot be made from what was reported");
      await call(kernel, { kind: "job", job: job.name }, failRelease, given);
    } finally {
      await threads.close();
    }
  };
}

export function readOrTell(file: string | undefined, log: Logger) {
  try {
    return readParameters(file);
  } catch (error) {
    if (error instanceof ParametersError) log.error(error.message);
    throw error;
  }
}
