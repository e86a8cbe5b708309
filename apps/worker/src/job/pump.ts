import { toErrorNote } from "@lilink/watch";
import type { Logger } from "pino";

export type Pump = { wake(): void; stop(): Promise<void> };

/** Runs `step` when woken and every `everyMs`, one at a time; again at once while a step says there is more. */
export function startPump(step: () => Promise<boolean>, everyMs: number, log: Logger): Pump {
  let running: Promise<void> | undefined;
  let wanted = false;
  let stopped = false;
  const run = async () => {
    do {
      wanted = false;
      try {
        while ((await step()) && !stopped);
      } catch (error) {
        log.warn(toErrorNote(error), "the outbox could not be moved; it is tried again");
      }
    } while (wanted && !stopped);
    running = undefined;
  };
  const wake = () => {
    wanted = true;
    if (!stopped && running === undefined) running = run();
  };
  const timer = setInterval(wake, everyMs);
  wake();
  return {
    wake,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
