import { EventEmitter, on } from "node:events";
import pg from "pg";
import type { LiveEvent } from "./context.ts";

const reconnectMilliseconds = 2_000;

/** Live events of the database, heard by one connection a process and fanned out to all who listen. */
export type EventHub = {
  readonly listen: (signal: AbortSignal | undefined) => AsyncIterable<LiveEvent>;
  readonly close: () => Promise<void>;
};

/**
 * Connects when the first listener comes and again after a loss; needs a direct address, for LISTEN does not pass a
 * pooler. What is announced meanwhile is lost, which a reader mends by reading again.
 */
export function createEventHub(directUrl: string): EventHub {
  const emitter = new EventEmitter().setMaxListeners(0);
  let client: pg.Client | null = null;
  let closed = false;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: directUrl,
      application_name: "lilink-listen",
      keepAlive: true,
    });
    client = next;
    const lost = () => {
      if (client !== next) return;
      client = null;
      if (!closed) setTimeout(() => void connect(), reconnectMilliseconds).unref();
    };
    next.on("error", lost).on("end", lost);
    next.on("notification", ({ payload }) => emitter.emit("event", JSON.parse(payload ?? "null")));
    try {
      await next.connect();
      await next.query("listen lilink_event");
    } catch {
      lost();
      await next.end().catch(() => undefined);
    }
  };

  async function* listen(signal: AbortSignal | undefined): AsyncIterable<LiveEvent> {
    if (!client && !closed) void connect();
    try {
      for await (const [event] of on(emitter, "event", signal ? { signal } : {})) yield event as LiveEvent;
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  }

  return {
    listen,
    close: async () => {
      closed = true;
      await client?.end();
    },
  };
}
