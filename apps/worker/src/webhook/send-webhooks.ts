import {
  call,
  isCalledAt,
  type Kernel,
  leaseDeliveries,
  settleDelivery,
  type TargetRules,
} from "@lilink/services";
import type { Handler } from "../job/run.ts";
import { postEvent } from "./post-event.ts";

const mostAtOnce = 10;

/**
 * Sends every event that is due, to several addresses at once and to each one after the other: an address that is slow to
 * answer holds back its own events alone. What does not arrive is tried again later ([WH6]); a port that is not called never is.
 */
export function createWebhookSender(kernel: Kernel, rules: TargetRules, milliseconds?: number): Handler {
  const principal = { kind: "job", job: "webhook.send" } as const;
  return async () => {
    const under = new Map<string, Promise<void>>();
    for (;;) {
      const except = [...under.keys()];
      const limit = mostAtOnce - except.length;
      const events = await call(kernel, principal, leaseDeliveries, { limit, except });
      for (const event of events) {
        const sending = async () => {
          const refused = !isCalledAt(event.url, rules);
          const status = refused ? null : await postEvent(event, kernel.clock(), rules, milliseconds);
          await call(kernel, principal, settleDelivery, {
            id: event.id,
            attempts: event.attempts,
            status,
            refused,
          });
        };
        under.set(
          event.endpointId,
          sending().finally(() => under.delete(event.endpointId)),
        );
      }
      if (under.size > 0) await Promise.race(under.values());
      // One that answered while the others were looked through may have more.
      else if (except.length === 0) return;
    }
  };
}
