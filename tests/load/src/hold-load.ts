import type { Exchange } from "@lilink/test-exchange/start-exchange";
import { fire, residentMb } from "./measure.ts";
import type { Task } from "./task.ts";

/** Megabytes that stand in memory when so many seconds of load have passed, and how many reads they brought. */
export type Held = {
  readonly seconds: number;
  readonly requests: number;
  readonly web: number;
  readonly worker: number;
};

const SLICE_SECONDS = 3;

/** All reads by turns, seen before and at a first look, ten connections at once, for so many minutes. */
export async function holdLoad(
  { pidOf }: Exchange,
  tasks: readonly Task[],
  minutes: number,
): Promise<Held[]> {
  const targets = tasks.flatMap(({ target, first }) => (first ? [target, first] : [target]));
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 1000);
  const held: Held[] = [];
  let requests = 0;
  while (seconds() < minutes * 60) {
    for (const target of targets) requests += (await fire(target, SLICE_SECONDS)).times.length;
    const row = { seconds: seconds(), requests, web: weigh(pidOf("web")), worker: weigh(pidOf("worker")) };
    console.error(`· ${row.seconds} s, ${requests} reads: web ${row.web} MB, worker ${row.worker} MB`);
    held.push(row);
  }
  return held;
}

function weigh(pid: number | undefined): number {
  if (pid === undefined) throw new Error("a process of the exchange has ended");
  return residentMb(pid);
}
