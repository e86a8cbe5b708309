import { type JobName, jobPayloads } from "@lilink/contract";

/** Where a job lands that failed for good; somebody has to look. */
export const DEAD_LETTER_QUEUE = "job.dead";

export const JOB_NAMES: readonly string[] = Object.keys(jobPayloads);

/** A worker that dies stops its heartbeat; its jobs go back to the queue after this long. */
const HEARTBEAT_SECONDS = 10;

/** Of these jobs one waits at a time: whoever asks meanwhile is served by the same run. */
const CALM_JOBS: readonly string[] = ["market.allocate" satisfies JobName, "webhook.send" satisfies JobName];

export function policyOf(name: string): "short" | "standard" {
  return CALM_JOBS.includes(name) ? "short" : "standard";
}

/** A release of many large tables takes as long as they take; a second making beside it would be thrown away. */
const LONG_JOBS: readonly string[] = ["release.make" satisfies JobName];

/** Somebody waits for the newest of these; those before it are asked for less. Each takes seconds, so they come singly. */
const NEWEST_FIRST: readonly string[] = ["release.print" satisfies JobName];

/** What the queue takes first: the highest. `seq` is the job's place in the outbox. */
export function priorityOf(name: string, seq: number): number {
  return NEWEST_FIRST.includes(name) ? seq % 2 ** 31 : 0;
}

/** How many jobs are taken at once. */
export function batchOf(name: string): number {
  return NEWEST_FIRST.includes(name) ? 1 : 4;
}

const MINUTES = 60;

export const QUEUE_SETTINGS = {
  notify: true,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  expireInSeconds: 10 * MINUTES,
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 600,
  retentionSeconds: 14 * 86_400,
  deleteAfterSeconds: 7 * 86_400,
  deadLetter: DEAD_LETTER_QUEUE,
} as const;

/** A worker that dies is noticed by its heartbeat whatever the job, so time alone takes a long one from nobody. */
export function settingsOf(name: string) {
  return LONG_JOBS.includes(name)
    ? { ...QUEUE_SETTINGS, expireInSeconds: 12 * 60 * MINUTES }
    : QUEUE_SETTINGS;
}
