import type { PrintTask } from "@lilink/documents/paper-task";
import { openThreadPool } from "@lilink/documents/thread";
import type { MeetingPress, ReleasePress } from "@lilink/services";

export type Press = { readonly meeting: MeetingPress; readonly release: ReleasePress };

/** A thread that has its typefaces open prints several times as fast as a new one; left alone, it ends. */
const idleMs = 60_000;

/**
 * Prints one paper after the other, in a thread of its own.
 * @param entry the built `print-thread.ts`
 * @param sample whether the exchange has the demo's cast: every page says so
 */
export function openPress(entry: URL, sample = false): Press {
  const { run } = openThreadPool<(task: PrintTask) => Promise<Uint8Array>>(entry, 1, idleMs);
  return {
    meeting: (data, locale, type) => run({ paper: "meeting", data: { ...data, sample }, locale, type }),
    release: (data, locale) => run({ paper: "release", data: { ...data, sample }, locale }),
  };
}
