import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { ReleasePress } from "@lilink/services";

/** Prints in a thread of its own. @param entry the built `print-thread.ts` */
export function createPress(entry: URL): ReleasePress {
  return async (data, locale) => {
    const thread = new Worker(entry, { env: {}, execArgv: [] });
    try {
      thread.postMessage({ data, locale });
      const [bytes] = (await once(thread, "message")) as [Uint8Array];
      return bytes;
    } finally {
      await thread.terminate();
    }
  };
}
