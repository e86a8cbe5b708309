import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { TRPCError } from "@lilink/api";
import type { PrintTask } from "@lilink/documents/paper-task";
import { openThreadPool, type ThreadPool } from "@lilink/documents/thread";

type Print = (task: PrintTask) => Promise<Uint8Array>;

/** The worker's build brings the thread; the server runs some folders below the same root. */
const built = "apps/worker/dist/print-thread.mjs";
const levels = 8;
/** Left alone, a thread ends, and its typefaces with it. */
const idleMs = 60_000;

let press: ThreadPool<Print> | undefined;

/**
 * A paper as PDF, laid out in a thread, so that no page waits for it. One after the other.
 * @throws TRPCError SERVICE_UNAVAILABLE where the build of the worker is not beside this server
 */
export async function printPaper(task: PrintTask): Promise<Uint8Array> {
  if (!press) {
    const found = Array.from({ length: levels }, (_, up) =>
      join(resolve(process.cwd(), "../".repeat(up)), built),
    ).find((path) => existsSync(path));
    if (!found) throw new TRPCError({ code: "SERVICE_UNAVAILABLE" });
    press = openThreadPool<Print>(pathToFileURL(found), 1, idleMs);
  }
  return press.run(task);
}
