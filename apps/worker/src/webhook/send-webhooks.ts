import { call, claimDeliveries, type Kernel, settleDelivery } from "@lilink/services";
import type { Handler } from "../job/run.ts";
import { postEvent } from "./post-event.ts";

const batch = 10;

/** Sends every event that is due, several at once; what does not arrive is tried again later ([WH6]). */
export function createWebhookSender(
  kernel: Kernel,
  testHosts: readonly string[],
  milliseconds?: number,
): Handler {
  const claim = { kind: "job", job: "webhook.send" } as const;
  return async () => {
    for (;;) {
      const events = await call(kernel, claim, claimDeliveries, { limit: batch });
      if (events.length === 0) return;
      await Promise.all(
        events.map(async (event) => {
          const status = await postEvent(event, kernel.clock(), testHosts, milliseconds);
          await call(kernel, claim, settleDelivery, { id: event.id, attempts: event.attempts, status });
        }),
      );
    }
  };
}
