import { connect, createServer, type Socket } from "node:net";
import { findFreePort } from "./find-free-port.ts";

/** A line between the product and its database that can be made slow, or silent without a word. */
export type DelayLine = {
  readonly through: (url: string) => string;
  /** Each piece of either direction arrives so much later; pieces keep their order. */
  readonly setDelay: (milliseconds: number) => void;
  /** Nothing passes any more, and nobody is told: as when a cable is cut far away. */
  readonly setSilent: (silent: boolean) => void;
  readonly stop: () => Promise<void>;
};

export async function startDelayLine(port: number, host = "127.0.0.1"): Promise<DelayLine> {
  const own = await findFreePort();
  const open = new Set<Socket>();
  let delay = 0;
  let silent = false;
  const carry = (from: Socket, to: Socket) => {
    let free = 0;
    from.on("data", (piece) => {
      if (silent) return;
      // Never before what was sent before it, though the delay has become shorter since.
      free = Math.max(free, performance.now() + delay);
      setTimeout(() => to.writable && to.write(piece), free - performance.now());
    });
    from.on("close", () => setTimeout(() => to.destroy(), silent ? 0 : delay));
    from.on("error", () => to.destroy());
  };
  const server = createServer((near) => {
    const far = connect(port, host);
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      open.add(socket);
      socket.on("close", () => open.delete(socket));
    }
    carry(near, far);
    carry(far, near);
  });
  await new Promise<void>((resolve) => void server.listen(own, "127.0.0.1", resolve));
  return {
    through: (url) => {
      const changed = new URL(url);
      changed.port = String(own);
      return changed.href;
    },
    setDelay: (milliseconds) => {
      delay = milliseconds;
    },
    setSilent: (next) => {
      silent = next;
      // What was swallowed is lost for good: such a line is never whole again.
      if (!next) for (const socket of open) socket.destroy();
    },
    stop: () =>
      new Promise((settle) => {
        server.close(() => settle());
        for (const socket of open) socket.destroy();
      }),
  };
}
