import { inSpan, toErrorNote } from "@lilink/watch";
import type { JobResult } from "pg-boss";
import type { Logger } from "pino";

export type JobIdentity = { readonly id: string; readonly name: string };

/** Calls one verb of services. May be called again for the same id: the verb's done mark makes that harmless. */
export type Handler = (payload: unknown, job: JobIdentity) => Promise<unknown>;

/** Under this key a job carries the trace that it belongs to; no payload has it, and every payload's schema drops it. */
export const TRACE_KEY = "traceparent";

/** Runs one job and says how it went, without a word of what it holds. */
export async function runJob(
  handler: Handler,
  payload: unknown,
  job: JobIdentity,
  log: Logger,
): Promise<JobResult> {
  const start = performance.now();
  const toNote = () => ({ job: job.name, id: job.id, ms: Math.round(performance.now() - start) });
  try {
    const { [TRACE_KEY]: trace, ...own } = (payload ?? {}) as Record<string, unknown>;
    const parent = typeof trace === "string" ? trace : undefined;
    await inSpan(`job ${job.name}`, { kind: "job", parent }, () => handler(own, job));
    log.info(toNote(), "job done");
    return { id: job.id, status: "completed" };
  } catch (error) {
    const note = toErrorNote(error);
    log.error({ ...toNote(), ...note }, "job failed");
    return { id: job.id, status: "failed", output: note };
  }
}
