import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { Registry } from "prom-client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createGate } from "./gate.ts";
import { watchRequests } from "./requests.ts";

const one = { under: 1, waiting: 0, milliseconds: 1000 };
let served = 0;
const server = createServer((request, response) => {
  served += 1;
  let length = 0;
  request.on("data", (part: Buffer) => {
    length += part.length;
  });
  request.on("end", () => response.end(String(length)));
});
watchRequests(
  {
    registry: new Registry(),
    gate: createGate({ read: one, long: one, first: one, change: one }),
    refuse: (_request, response) => void response.writeHead(429).end(),
    arrival: { milliseconds: 300, bytesPerSecond: 1_000_000 },
  },
  server,
);
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
afterAll(() => void server.close());
const port = () => (server.address() as AddressInfo).port;
const send = (body: string) =>
  fetch(`http://127.0.0.1:${port()}/api/trpc/search.save`, {
    method: "POST",
    body,
    headers: { connection: "close" },
  });

/** Somebody who begins a change, and then says no more. */
async function begin(body: string, length = 900_000): Promise<{ readonly closed: Promise<unknown> }> {
  const socket = connect(port(), "127.0.0.1");
  socket.on("error", () => undefined);
  const closed = once(socket, "close");
  socket.resume();
  socket.write(`POST /api/trpc/search.save HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n${body}`);
  await once(socket, "connect");
  return { closed };
}

it("[OB7] who sends a change byte by byte takes nobody's place, is never served, and is closed", async () => {
  const before = served;
  const slow = await Promise.all(Array.from({ length: 20 }, () => begin("{")));
  expect(await (await send("{}")).text()).toBe("2");
  expect(served).toBe(before + 1);
  await Promise.all(slow.map(({ closed }) => closed));
  expect(served).toBe(before + 1);
});

it("[OB7] a large body is read whole, among files, and one that stops in the middle is closed", async () => {
  expect(await (await send("x".repeat(500_000))).text()).toBe("500000");
  const slow = await begin("x".repeat(200_000), 300_000);
  await expect.poll(() => send("x".repeat(500_000)).then(({ status }) => status)).toBe(429);
  expect(await (await send("{}")).text()).toBe("2");
  await slow.closed;
  await expect.poll(() => send("x".repeat(500_000)).then(({ status }) => status)).toBe(200);
});
