import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { PageReader } from "@lilink/api";
import { afterAll, beforeEach, expect, it } from "vitest";
import { createKeptPages } from "./kept-pages.ts";
import { looks } from "./page-look.ts";

type Said = { readonly who: string; readonly words: string };
const verb = { name: "posting.browse", kind: "query" } as unknown as Parameters<PageReader>[0];

/** By cookie what its reader may read; whose cookie is not here is a visitor. */
const readable = new Map<string, string>();
let drawn = 0;
let asked = 0;
let now = 0;
let answerAs: (response: ServerResponse) => void = () => undefined;

const readerOf = async ({ headers }: IncomingMessage): Promise<PageReader> =>
  (async () => {
    asked += 1;
    const words = readable.get(headers.cookie ?? "") ?? "for all";
    if (words === "forbidden") throw new Error("FORBIDDEN");
    return { who: headers.cookie ?? "", words };
  }) as unknown as PageReader;

let pages = createKeptPages({ readerOf, now: () => now });
let count = 0;

/** Stands for the framework: draws what it reads, in two parts. */
async function draw(request: IncomingMessage, response: ServerResponse): Promise<void> {
  drawn += 1;
  const reader = await readerOf(request);
  const look = looks.get(String(request.headers["x-request-id"]));
  const read = look ? look.through(reader) : reader;
  try {
    const { who, words } = (await read(verb, {})) as Said;
    answerAs(response);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.write(`<script nonce="${request.headers["x-nonce"]}">锂</script>`);
    response.end(`<p>${who}: ${words}, ${request.headers.rsc ?? "whole"}</p>`);
  } catch {
    response.end("refused");
  }
}

const server = createServer((request, response) => {
  count += 1;
  request.headers["x-request-id"] = String(count);
  request.headers["x-nonce"] = `nonce-${count}-of-the-answer`;
  response.setHeader("content-security-policy", `'nonce-${request.headers["x-nonce"]}'`);
  const taken = pages.take(request, response);
  void Promise.resolve(taken).then(async (answered) => {
    if (!answered) await draw(request, response);
  });
});
await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
afterAll(() => void server.close());

async function look(cookie = "", headers: Record<string, string> = {}, path = "/postings") {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const answer = await fetch(url, { redirect: "manual", headers: cookie ? { cookie, ...headers } : headers });
  const text = await answer.text();
  expect(answer.headers.get("content-security-policy")).toContain(`nonce-${count}-`);
  return { text, status: answer.status, type: answer.headers.get("content-type") };
}
const times = async (many: number, ...given: Parameters<typeof look>) => {
  for (let at = 0; at < many; at += 1) await look(...given);
  return look(...given);
};

beforeEach(() => {
  readable.clear();
  [drawn, asked, now] = [0, 0, 0];
  answerAs = () => undefined;
  pages = createKeptPages({ readerOf, now: () => now });
});

it("draws a page twice, and then sends it as it was with the nonce of the answer and all that it is read anew", async () => {
  const { text, type } = await times(4);
  expect(drawn).toBe(2);
  expect(asked).toBe(5);
  expect(type).toBe("text/html; charset=utf-8");
  expect(text).toBe(`<script nonce="nonce-${count}-of-the-answer">锂</script><p>: for all, whole</p>`);
});

it("[PL2] never shows a reader what another reads, whoever looks first and how often", async () => {
  readable.set("session=a", "of a").set("session=b", "of b");
  for (let round = 0; round < 4; round += 1)
    for (const [cookie, words] of [
      ["session=a", "of a"],
      ["session=b", "of b"],
      ["", "for all"],
      ["session=ended", "for all"],
    ] as const)
      expect((await look(cookie)).text).toContain(`${cookie}: ${words}`);
  expect(drawn).toBe(8);
});

it("[PL2] draws anew what changed for this reader, a session that ended and a right that went, and reads each once", async () => {
  readable.set("session=a", "old");
  await times(3, "session=a");
  const before = asked;
  readable.set("session=a", "new");
  expect((await look("session=a")).text).toContain("new");
  expect(asked - before).toBe(1);
  readable.delete("session=a");
  expect((await look("session=a")).text).toContain("for all");
  readable.set("session=a", "forbidden");
  expect((await look("session=a")).text).toBe("refused");
});

it("keeps no answer that sets a cookie, leads elsewhere or tells of an error, and none for longer than a minute", async () => {
  for (const other of [
    (response: ServerResponse) => void response.setHeader("set-cookie", "a=b"),
    (response: ServerResponse) => void response.writeHead(307, { location: "/signin" }),
    (response: ServerResponse) => Object.assign(response, { statusCode: 404 }),
    (response: ServerResponse) => void response.write('1:E{"digest":"2"}'),
  ]) {
    drawn = 0;
    answerAs = other;
    await times(3, "", {}, `/${count}`);
    expect(drawn).toBe(4);
  }
  answerAs = () => undefined;
  drawn = 0;
  await times(3);
  now += 60_001;
  await look();
  expect(drawn).toBe(3);
});

it("keeps apart what the framework asks for parts of a page by, and changes are never kept", async () => {
  await times(3);
  expect((await look("", { rsc: "1" })).text).toContain(", 1</p>");
  // A header that nobody knows might mean something to the framework: it never reaches another visitor's page.
  expect((await look("", { "x-invoke-path": "/admin" })).text).toContain("whole");
  expect(drawn).toBe(4);
  // The framework sends this program its head in another place.
  await look("", { "user-agent": "WhatsApp/2.23" });
  expect(drawn).toBe(5);
  drawn = 0;
  await times(3, "lilink-step=abc");
  expect(drawn).toBe(4);
});

it("forgets the pages that were kept longest ago when there are too many", async () => {
  pages = createKeptPages({ readerOf, now: () => now, mostBytes: 100 });
  await times(3, "", {}, "/a");
  await times(3, "", {}, "/b");
  drawn = 0;
  await look("", {}, "/b");
  expect(drawn).toBe(0);
  await look("", {}, "/a");
  expect(drawn).toBe(1);
});
