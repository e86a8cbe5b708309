import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { answers } from "./probe.ts";
import { toUrl } from "./role.ts";
import type { Secrets } from "./secret.ts";

const STOP_MS = 15_000;

/**
 * A start that was killed outright leaves its server running. The lock says that nobody uses it, so it is
 * shut down in order and started anew under our eyes. Only a server that takes our password is touched.
 */
export async function stopOrphan(folder: string, secrets: Secrets): Promise<boolean> {
  const found = readPostmasterFile(folder);
  if (found === undefined || !(await answers(toUrl("superuser", secrets, found.port)))) return false;
  process.kill(found.pid, "SIGINT");
  const until = performance.now() + STOP_MS;
  while (readPostmasterFile(folder)?.pid === found.pid && performance.now() < until) await pause(50);
  return true;
}

/** Process and port of the server that the folder says is running. */
export function readPostmasterFile(folder: string): { pid: number; port: number } | undefined {
  try {
    const lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && port > 0 ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}
