import { EventEmitter, once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Registry } from "prom-client";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createGate, type Gate } from "./gate.ts";
import { requestIdNow } from "./request-id.ts";
import { watchRequests } from "./requests.ts";

const registry = new Registry();
const wide = { under: 100, waiting: 100, milliseconds: 1000 };
const seen: (string | undefined)[] = [];
const server = createServer((request, response) => {
  seen.push(request.headers["x-request-id"] as string, requestIdNow());
  response.writeHead(request.url === "/api/v1/limited" ? 429 : 200).end("ok");
});
const { endStreams } = watchRequests(
  {
    registry,
    gate: createGate({ read: wide, long: wide, first: wide, change: { ...wide, under: 0, waiting: 0 } }),
    refuse: (_request, response) => void response.writeHead(429, { "retry-after": "2" }).end(),
  },
  server,
);
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
afterAll(() => void server.close());
const ask = (path: string, init?: RequestInit) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    ...init,
    headers: { connection: "close", ...init?.headers },
  });

it("[OB4] gives each request an id of its own, whatever the caller wrote, and its answer names it", async () => {
  const answered = await ask("/postings/7hGkQ2mXw9Ab", { headers: { "x-request-id": "mine" } });
  const id = answered.headers.get("x-request-id");
  expect(id).toMatch(/^[\da-f-]{36}$/);
  expect(seen).toEqual([id, id]);
});

it("[OB1] counts requests by class and outcome, refusals by their reason, and names nobody", async () => {
  await ask("/api/v1/limited");
  expect((await ask("/api/trpc/posting.create", { method: "POST" })).headers.get("retry-after")).toBe("2");
  endStreams();
  await expect
    .poll(() => registry.metrics())
    .toMatch(/lilink_http_request_seconds_count\{.*route="rest".*status="429".*\} 1/);
  const text = await registry.metrics();
  expect(text).toMatch(/lilink_http_request_seconds_count\{.*route="page".*status="200".*\} 1/);
  expect(text).toMatch(/lilink_refusals_total\{route="call",by="crowd"\} 1/);
  expect(text).toMatch(/lilink_refusals_total\{route="rest",by="limit"\} 1/);
  expect(text).not.toContain("7hGkQ2mXw9Ab");
});

it("[OB1] counts the time of a request from its arrival, what it waited to be let in or sent away included", async () => {
  const crowded = new Registry();
  const turns = new EventEmitter();
  const [second, begun, over] = ["second", "begun", "over"].map((turn) => once(turns, turn));
  const narrow = createGate({
    ...{ long: wide, first: wide, change: wide },
    read: { under: 1, waiting: 1, milliseconds: 60_000 },
  });
  let count = 0;
  const gate: Gate = {
    enter: (...about) => {
      narrow.enter(...about);
      count += 1;
      if (count === 2) turns.emit("second");
    },
  };
  const slow = createServer(async (_request, response) => {
    turns.emit("begun");
    await over;
    response.end("ok");
  });
  const refuse: Parameters<typeof watchRequests>[0]["refuse"] = (_request, response) =>
    void response.writeHead(429).end();
  watchRequests({ registry: crowded, gate, refuse }, slow);
  await new Promise<void>((resolve) => void slow.listen(0, "127.0.0.1", resolve));
  const at = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/postings`;
  const headers = { connection: "close" };
  vi.useFakeTimers({ toFake: ["hrtime"] });
  try {
    const served = [fetch(at, { headers })];
    await begun;
    served.push(fetch(at, { headers }));
    await second;
    expect((await fetch(at, { headers })).status).toBe(429);
    vi.advanceTimersByTime(2_000);
    turns.emit("over");
    for (const answer of await Promise.all(served)) expect(answer.status).toBe(200);
    await expect
      .poll(() => crowded.metrics())
      .toMatch(/lilink_http_request_seconds_count\{.*status="200".*\} 2/);
    const text = await crowded.metrics();
    // Two seconds of work, and two of waiting for it.
    expect(text).toMatch(/lilink_http_request_seconds_sum\{.*status="200".*\} 4\b/);
    expect(text).toMatch(/lilink_http_request_seconds_count\{.*status="429".*\} 1/);
  } finally {
    vi.useRealTimers();
    slow.close();
  }
});
