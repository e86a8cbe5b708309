import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export type Wake = { stop(): Promise<void> };

const RETRY_MS = 1000;

/** Calls back when somebody writes to the outbox. A hint alone: whoever misses it is found by the next poll. */
export function listenForOutbox(url: string, onHint: () => void): Wake {
  const closing = new AbortController();
  let client: pg.Client | undefined;
  const keepListening = async () => {
    while (!closing.signal.aborted) {
      const current = new pg.Client({
        connectionString: url,
        application_name: "lilink-wake",
        keepAlive: true,
      });
      client = current;
      const lost = new Promise<void>((resolve) => {
        current.on("error", () => resolve());
        current.on("end", () => resolve());
      });
      current.on("notification", onHint);
      try {
        await current.connect();
        await current.query("listen lilink_outbox");
        onHint();
        await lost;
      } catch {
        await current.end().catch(() => undefined);
      }
      await pause(RETRY_MS, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  const listening = keepListening();
  return {
    stop: async () => {
      closing.abort();
      await client?.end().catch(() => undefined);
      await listening;
    },
  };
}
