import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { MeetingPress, ReleasePress } from "@lilink/services";
import type { PrintTask } from "./print-thread.ts";

export type Press = { readonly meeting: MeetingPress; readonly release: ReleasePress };

/**
 * Prints each paper in a thread of its own.
 * @param entry the built `print-thread.ts`
 * @param sample whether the exchange has the demo's cast: every page says so
 */
export function openPress(entry: URL, sample = false): Press {
  const print = async (task: PrintTask): Promise<Uint8Array> => {
    const thread = new Worker(entry, { env: {}, execArgv: [] });
    try {
      thread.postMessage(task);
      const [bytes] = (await once(thread, "message")) as [Uint8Array];
      return bytes;
    } finally {
      await thread.terminate();
    }
  };
  return {
    meeting: (data, locale, type) => print({ paper: "meeting", data: { ...data, sample }, locale, type }),
    release: (data, locale) => print({ paper: "release", data: { ...data, sample }, locale }),
  };
}
