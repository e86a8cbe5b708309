import { strict as assert } from "node:assert";
import { connect } from "node:net";
import { mutate } from "@lilink/test-exchange/call-api";
import { ask, askRaw } from "../ask.ts";
import { mustMutate } from "../must.ts";
import type { Case, World } from "../world.ts";

const newKey = async ({ who }: World) =>
  (
    await mustMutate<{ key: string }>(who.supplier, "key.create", {
      name: "attacks",
      scopes: ["postings:read", "postings:write"],
    })
  ).key;

const flights = [
  '["$K1"]',
  '["$@0"]',
  '[{"then":"$F1"}]',
  '{"__proto__":{"a":1},"constructor":{"prototype":{}}}',
  `["${"$1".repeat(50_000)}"]`,
  "[".repeat(20_000),
];

/** One request as bytes; what comes back, or nothing where the server just closed. */
function sendBytes(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = "";
    socket.setTimeout(5000, () => socket.destroy());
    socket.on("data", (part) => {
      answer += part.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(answer));
    socket.write(text);
  });
}

/** As much of a text as an address holds twice, whole characters when it is encoded. */
const inAddress = (text: string) =>
  text.slice(0, Math.floor(3500 / encodeURIComponent(text[0] ?? "").length));

export const guard: readonly Case[] = [
  {
    name: "guard: F08 one Idempotency-Key fifty times at once is one effect; another payload is a 422",
    run: async (world) => {
      const key = await newKey(world);
      const make = (title: string) =>
        ask(`${world.url}/api/v1/postings`, {
          method: "POST",
          headers: {
            authorization: `Bearer ${key}`,
            "content-type": "application/json",
            "idempotency-key": "f08-attack",
          },
          body: JSON.stringify({ kind: "need", content: { title } }),
        });
      const answers = await Promise.all(Array.from({ length: 50 }, () => make("f08 attack")));
      assert.ok(answers.every(({ status }) => status === 201 || status === 409));
      assert.equal(new Set(answers.filter(({ status }) => status === 201).map(({ text }) => text)).size, 1);
      const { rows } = await world.owner.query("select 1 from posting where title = 'f08 attack'");
      assert.equal(rows.length, 1);
      assert.equal((await make("another")).status, 422);
    },
  },
  {
    name: "guard: A28 TRACE and its like are refused, and echo nothing",
    run: async ({ url, who }) => {
      for (const method of ["TRACE", "TRACK"]) {
        const answer = await sendBytes(
          url,
          `${method} /en HTTP/1.1\r\nHost: localhost\r\nCookie: ${who.buyer.cookie}\r\nConnection: close\r\n\r\n`,
        );
        assert.match(answer, /^$|^HTTP\/1\.1 4\d\d/, method);
        assert.ok(!answer.includes(who.buyer.cookie), `${method} echoes the cookie`);
      }
    },
  },
  {
    name: "guard: A35 what claims to be an action of a page is refused, and the process lives",
    run: async ({ url }) => {
      for (const page of ["/en", "/en/signin", "/postings"])
        for (const body of flights) {
          const answer = await ask(url + page, {
            method: "POST",
            body,
            headers: {
              origin: url,
              "next-action": "f".repeat(42),
              "content-type": "text/plain;charset=UTF-8",
            },
          });
          assert.ok(answer.status >= 400 && answer.status < 500, `${page} answers ${answer.status}`);
        }
      assert.equal((await ask(`${url}/api/health/live`)).status, 200);
    },
  },
  {
    name: "guard: A37 no image is made over for anybody",
    run: async ({ url }) => {
      for (const of of ["/icon.svg", "https://evil.example/a.avif", "//169.254.169.254/x", "/api/files/x"]) {
        const { status } = await ask(`${url}/_next/image?url=${encodeURIComponent(of)}&w=3840&q=75`);
        assert.ok(status >= 400 && status < 500, `${of} answers ${status}`);
      }
    },
  },
  {
    name: "guard: A47 a text of fifty thousand characters is refused or read, in every field",
    run: async ({ url, who }) => {
      const long = [
        "a".repeat(50_000),
        "锂".repeat(50_000),
        `${"(a+)+".repeat(10_000)}!`,
        "9.".repeat(25_000),
      ];
      for (const text of long) {
        for (const path of ["search.postings", "search.jump", "organization.list", "chain.search"]) {
          const part = inAddress(text);
          const input = encodeURIComponent(JSON.stringify({ json: { q: part, query: part } }));
          const { status } = await ask(`${url}/api/trpc/${path}?input=${input}`);
          assert.ok(status < 500, `${path} answers ${status}`);
        }
        const made = await mutate(who.buyer, "posting.create", { kind: "need", content: { summary: text } });
        assert.ok(made.ok || made.code !== "INTERNAL");
      }
    },
  },
  {
    name: "guard: A48 repeated keys, depth, and two lengths in one request are refused",
    run: async (world) => {
      const { url } = world;
      const headers = { authorization: `Bearer ${await newKey(world)}`, "content-type": "application/json" };
      const deep = `{"kind":"need","content":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}}`;
      for (const body of ['{"kind":"need","kind":"project"}', deep]) {
        const { status } = await ask(`${url}/api/v1/postings`, { method: "POST", headers, body });
        assert.equal(status, 422, body.slice(0, 40));
      }
      const answer = await sendBytes(
        url,
        "POST /api/v1/postings HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n",
      );
      assert.match(answer, /^HTTP\/1\.1 400/);
      assert.equal((await ask(`${url}/api/health/live`)).status, 200);
    },
  },
  {
    name: "guard: A51 a language that is none is answered in one that is",
    run: async ({ url }) => {
      for (const [path, headers] of [
        ["/xx/postings", {}],
        ["/zh-TW", {}],
        ["/", { "accept-language": `${"xx-YY;q=0.1,".repeat(800)}en` }],
        ["/postings", { cookie: `NEXT_LOCALE=${"%00".repeat(50)}../../x` }],
        ["/postings", { "accept-language": "\u0080;;;q=q,*" }],
      ] as const) {
        const { status } = await askRaw(url, { path, headers });
        assert.ok(status < 500, `${path} answers ${status}`);
      }
    },
  },
  {
    name: "guard: letters are asked for so often from one address, whatever it says of itself, and the refusal says how long",
    run: async ({ url }) => {
      for (let turn = 0; turn < 70; turn += 1) {
        const answer = await ask(`${url}/api/trpc/person.requestReset`, {
          method: "POST",
          headers: {
            origin: url,
            "content-type": "application/json",
            "x-forwarded-for": `198.51.100.${turn}`,
          },
          body: JSON.stringify({ json: { email: `nobody${turn}@firm.example` } }),
        });
        if (answer.status !== 429) continue;
        assert.ok(Number(answer.headers.get("retry-after")) > 0);
        assert.match(answer.headers.get("ratelimit-policy") ?? "", /^"register";q=60;w=3600$/);
        assert.match(answer.headers.get("ratelimit") ?? "", /^"register";r=0;t=\d+$/);
        return;
      }
      assert.fail("seventy letters were asked for in a row");
    },
  },
];
