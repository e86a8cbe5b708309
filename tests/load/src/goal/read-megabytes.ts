import { readFileSync } from "node:fs";

/** What a process holds in memory now, in MB; null where it cannot be read. */
export function readMegabytes(pid: number | undefined): number | null {
  try {
    const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return found === undefined ? null : Math.round(Number(found) / 1024);
  } catch {
    return null;
  }
}
