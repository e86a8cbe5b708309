import cluster from "node:cluster";
import { availableParallelism, totalmem } from "node:os";
import { createBackOff } from "./supervise.mjs";

const BYTES_EACH = 4 * 2 ** 30;
const MOST_UNASKED = 4;
const MOST = 32;

/** How many processes answer at one port: as many as asked for, else one for each core but one, which the worker and the database need, as far as memory reaches. */
export function countProcesses(asked, { cores = availableParallelism(), memory = totalmem() } = {}) {
  const wanted = Number(asked);
  if (asked && Number.isInteger(wanted) && wanted >= 1) return Math.min(wanted, MOST);
  return Math.max(1, Math.min(cores - 1, Math.floor(memory / BYTES_EACH), MOST_UNASKED));
}

/** Starts the processes, each anew where it ends, and ends with them when asked to. Nothing is shared but the port. */
export function leadCrew(count) {
  let ending = false;
  const living = new Set();
  const metrics = Number(process.env.WEB_METRICS_PORT);
  const keep = (number, nextWait) => {
    // Each tells its own figures: at one port they would be those of whoever was asked.
    const own = metrics > 0 ? { WEB_METRICS_PORT: String(metrics + number) } : {};
    const born = performance.now();
    const one = cluster.fork(own);
    living.add(one);
    one.once("exit", () => {
      living.delete(one);
      if (ending) return leaveLast();
      setTimeout(() => ending || keep(number, nextWait), nextWait(performance.now() - born));
    });
  };
  const leaveLast = () => {
    if (living.size === 0) process.exit(0);
  };
  const end = () => {
    ending = true;
    for (const one of living) one.process.kill("SIGTERM");
    leaveLast();
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, end);
  for (let number = 0; number < count; number += 1) keep(number, createBackOff());
}
