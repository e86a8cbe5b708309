import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export type Listening = { stop(): Promise<void> };

type Ears = {
  readonly onHint: (payload: string) => void;
  /** Each time that the line stands, the first time too: what was said before it did was not heard. */
  readonly onStart: () => void;
};

const RETRY_MS = 1000;

/**
 * Hears one channel on a connection of its own, which no pooler may share, and again after a loss. A hint alone:
 * whoever misses it is found by the next poll.
 */
export function listenTo(directUrl: string, channel: string, { onHint, onStart }: Ears): Listening {
  const closing = new AbortController();
  let client: pg.Client | undefined;
  const keepListening = async () => {
    while (!closing.signal.aborted) {
      const current = new pg.Client({
        connectionString: directUrl,
        application_name: "lilink-listen",
        keepAlive: true,
      });
      client = current;
      const lost = new Promise<void>((resolve) => {
        current.on("error", () => resolve());
        current.on("end", () => resolve());
      });
      current.on("notification", ({ payload = "" }) => onHint(payload));
      try {
        await current.connect();
        await current.query(`listen ${pg.escapeIdentifier(channel)}`);
        onStart();
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
