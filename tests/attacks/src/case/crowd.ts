import assert from "node:assert/strict";
import { connect, type Socket } from "node:net";
import { type Caller, mutate, query } from "@lilink/test-exchange/call-api";
import { ask, postTrpc } from "../ask.ts";
import type { Case } from "../world.ts";

const READINGS = 80;
const SLOW = 200;
/** Below this nobody notices a wait: twice of next to nothing is still next to nothing. */
const UNNOTICED_MS = 300;

/** The time within which nineteen of twenty readings of somebody else are answered; each of them is. */
async function waitOf(caller: Caller): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < READINGS; turn += 1) {
    const start = performance.now();
    const { ok } = await query(caller, "viewer.load", {});
    assert.ok(ok, "a reading of somebody else failed");
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(READINGS * 0.95)] ?? Number.POSITIVE_INFINITY;
}

/** Others wait no more than twice as long while something goes on. */
async function requireUnmoved(
  caller: Caller,
  goOn: (ended: () => boolean) => Promise<unknown>,
): Promise<void> {
  await waitOf(caller);
  const before = await waitOf(caller);
  let isOver = false;
  const going = goOn(() => isOver);
  const during = await waitOf(caller).finally(() => {
    isOver = true;
  });
  await going;
  assert.ok(
    during <= Math.max(2 * before, UNNOTICED_MS),
    `others wait ${Math.round(during)} ms, and ${Math.round(before)} ms without`,
  );
}

function drip(url: string, head: string, piece: string): { readonly close: () => void } {
  const { port } = new URL(url);
  const sockets = Array.from({ length: SLOW }, (): Socket => {
    const socket = connect(Number(port), "127.0.0.1");
    // One that is thrown out has got what it deserves.
    socket.on("error", () => undefined);
    socket.write(head);
    return socket;
  });
  const timer = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write(piece);
  }, 200);
  return {
    close: () => {
      clearInterval(timer);
      for (const socket of sockets) socket.destroy();
    },
  };
}

export const crowd: readonly Case[] = [
  {
    name: "crowd: A34 long rows of calls and bodies of ten megabytes are refused, and others wait no more than twice as long",
    run: async ({ url, who }) => {
      const { cookie } = who.rival;
      const rows = (names: string) => `${url}/api/trpc/${names}?batch=1&input=%7B%7D`;
      const body = `{"json":{"name":"${"x".repeat(10_000_000)}","query":""}}`;
      const attacks: readonly (() => Promise<{ readonly status: number }>)[] = [
        () => ask(rows(",".repeat(5000)), { headers: { cookie } }),
        () => ask(rows(Array(500).fill("viewer.load").join(",")), { headers: { cookie } }),
        () => postTrpc(url, "search.save", body, { cookie }),
      ];
      await requireUnmoved(who.buyer, (ended) =>
        Promise.all(
          attacks.map(async (attack) => {
            while (!ended()) {
              // A body that is refused early may find its connection closed.
              const { status } = await attack().catch(() => ({ status: 413 }));
              assert.ok(status >= 400 && status < 500, `answered ${status}`);
            }
          }),
        ),
      );
    },
  },
  {
    name: "crowd: A48 two hundred who send their heads, and two hundred who send their bodies, byte by byte hold up nobody",
    run: async ({ url, who }) => {
      const start = "POST /api/trpc/search.save HTTP/1.1\r\nHost: localhost\r\n";
      const slow = [
        drip(url, start, "X-More: a\r\n"),
        drip(
          url,
          `${start}Origin: ${url}\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{`,
          " ",
        ),
      ];
      try {
        assert.equal((await ask(`${url}/api/health/ready`)).status, 200);
        const draft = { kind: "need", content: { title: "written in a crowd" } };
        for (let turn = 0; turn < 10; turn += 1)
          assert.ok(
            (await mutate(who.buyer, "posting.create", draft)).ok,
            "a change of somebody else failed",
          );
        assert.ok((await waitOf(who.buyer)) <= 3 * UNNOTICED_MS);
      } finally {
        for (const one of slow) one.close();
      }
      await requireUnmoved(who.buyer, async () => undefined);
    },
  },
];
