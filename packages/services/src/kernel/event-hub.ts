import { EventEmitter, on } from "node:events";
import pg from "pg";
import { type Hint, readHint } from "./hint.ts";

const reconnectMilliseconds = 2_000;

/** Live events of the database: one connection for each process receives them and passes them to all listeners. */
export type EventHub = {
  readonly listen: (signal: AbortSignal | undefined) => AsyncIterable<Hint>;
  readonly close: () => Promise<void>;
};

/**
 * Connects for the first listener, and again after a loss. The address must be direct: LISTEN does not work through a pooler.
 * Events sent while disconnected are lost, so a listener reads everything again after each connect.
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
    next.on("notification", ({ payload }) => {
      const hint = readHint(payload);
      if (hint) emitter.emit("event", hint);
    });
    try {
      await next.connect();
      await next.query("listen lilink_event");
    } catch {
      lost();
      await next.end().catch(() => undefined);
    }
  };

  async function* listen(signal: AbortSignal | undefined): AsyncIterable<Hint> {
    if (!client && !closed) void connect();
    try {
      for await (const [event] of on(emitter, "event", signal ? { signal } : {})) yield event as Hint;
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
