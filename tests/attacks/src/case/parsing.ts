import { strict as assert } from "node:assert";
import { performance } from "node:perf_hooks";
import { ask, postTrpc } from "../ask.ts";
import { mustMutate } from "../must.ts";
import type { Case, World } from "../world.ts";

const megabyte = 999_000;
const nested = (open: string, close: string, size: number) => {
  const times = Math.floor(size / (open.length + close.length));
  return open.repeat(times) + close.repeat(times);
};

/** Bodies of up to a megabyte, each costly to some parser or walker of JSON, of superjson or of a schema. */
const bodies = (size: number): Readonly<Record<string, string>> => ({
  "brackets that close": `{"json":${nested("[", "]", size)}}`,
  "brackets that do not": "[".repeat(size),
  "objects in objects": `{"json":${nested('{"a":', "}", size).replace("}", "1}")}}`,
  "a list of numbers": `{"json":[${"1,".repeat(size / 2)}1]}`,
  "a list of lists": `{"json":[${"[],".repeat(size / 3)}1]}`,
  "an object of many keys": `{"json":{${Array.from({ length: size / 12 }, (_one, at) => `"k${at}":1`).join(",")}}}`,
  "notes on many values": `{"json":{},"meta":{"values":{${Array.from({ length: size / 24 }, (_one, at) => `"a.${at}":["Date"]`).join(",")}}}}`,
  "a note on a long path": `{"json":{"a":1},"meta":{"values":{"${"a.".repeat(size / 2)}":["Date"]}}}`,
  "a number of many digits": `{"json":"${"9".repeat(size)}","meta":{"values":["bigint"]}}`,
  "equal references": `{"json":{"a":[]},"meta":{"referentialEqualities":{"a":[${'"a.a",'.repeat(size / 6)}"b"]}}}`,
  "one long text": `{"json":{"q":"${"a".repeat(size)}"}}`,
  "a text of escapes": `{"json":{"q":"${"\\u0000".repeat(size / 6)}"}}`,
  "ten calls that nest": `{${Array.from({ length: 10 }, (_one, at) => `"${at}":{"json":${nested("[", "]", size / 11)}}`).join(",")}}`,
});

const form = (size: number, part: string) => {
  const boundary = "xxxxxxxxxxxxxxxxxxxx";
  const each = `--${boundary}\r\ncontent-disposition: form-data; name="${part}"\r\n\r\n1\r\n`;
  return { boundary, body: `${each.repeat(Math.floor(size / each.length))}--${boundary}--\r\n` };
};

/** The times of so many requests, and the highest status among their answers. */
async function time(send: () => Promise<{ status: number }>, times: number) {
  const taken: number[] = [];
  const statuses = new Set<number>();
  for (let turn = 0; turn < times; turn += 1) {
    const start = performance.now();
    statuses.add((await send()).status);
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  return { median: taken[Math.floor(times / 2)] ?? 0, worst: taken.at(-1) ?? 0, statuses: [...statuses] };
}

const budget = 250;

async function measure(what: string, send: () => Promise<{ status: number }>): Promise<void> {
  const { median, worst, statuses } = await time(send, 50);
  console.error(
    `  ${what}: median ${median.toFixed(0)} ms, worst of 50 ${worst.toFixed(0)} ms, ${statuses.join(" ")}`,
  );
  assert.ok(
    statuses.every((status) => status >= 400 && status < 500),
    `${what} answers ${statuses}`,
  );
  assert.ok(median < budget, `${what} takes ${median} ms`);
}

const newKey = async ({ who }: World) =>
  (
    await mustMutate<{ key: string }>(who.supplier, "key.create", {
      name: "bodies",
      scopes: ["postings:write"],
    })
  ).key;

export const parsing: readonly Case[] = [
  {
    name: "parsing: a megabyte of anybody's brackets, notes or numbers is refused before it is parsed",
    run: async ({ url, who }) => {
      for (const [caller, size] of [
        ["visitor", megabyte],
        ["visitor", 60_000],
        ["buyer", megabyte],
      ] as const)
        for (const [what, body] of Object.entries(bodies(size))) {
          const path = what.startsWith("ten")
            ? `${"search.save,".repeat(9)}search.save?batch=1`
            : "search.save";
          await measure(`${caller}, ${size / 1000} kB, ${what}`, () =>
            postTrpc(url, path, body, { cookie: who[caller].cookie }),
          );
        }
    },
  },
  {
    name: "parsing: what an address carries is no way around it",
    run: async ({ url }) => {
      for (const text of [
        "[".repeat(7000),
        `{"json":${nested("[", "]", 7000)}}`,
        `{"0":${nested('{"a":', "}", 7000)}}`,
      ]) {
        const input = encodeURIComponent(text).replaceAll("%5B", "[").replaceAll("%5D", "]");
        for (const path of ["search.postings?input=", "search.postings,search.jump?batch=1&input="])
          await measure(`GET ${path} ${text.slice(0, 12)}`, () => ask(`${url}/api/trpc/${path}${input}`));
      }
      const deep = Array.from({ length: 1500 }, () => "[a]").join("");
      const page = await time(() => ask(`${url}/en/postings?q${deep}=1`), 10);
      assert.ok(
        page.statuses.every((status) => status < 500) && page.median < 2 * budget,
        JSON.stringify(page),
      );
    },
  },
  {
    name: "parsing: the face for programs, sign-in and files bound what they read as well",
    run: async (world) => {
      const { url, who } = world;
      const key = await newKey(world);
      for (const [name, bearer] of [
        ["a key", key],
        ["no real key", `llk_${"A".repeat(32)}`],
      ] as const)
        for (const [what, body] of Object.entries(bodies(megabyte)))
          await measure(`REST with ${name}, ${what}`, () =>
            ask(`${url}/api/v1/postings`, {
              method: "POST",
              body,
              headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
            }),
          );
      for (const type of ["application/json", "application/x-www-form-urlencoded"])
        for (const path of ["callback/credentials", "callback/factor", "signin/oidc", "signout"]) {
          const body = type.endsWith("json")
            ? `{"csrfToken":"x","a":${nested("[", "]", megabyte)}}`
            : "a=1&".repeat(megabyte / 4);
          await measure(`${path} by ${type}`, () =>
            ask(`${url}/api/auth/${path}`, {
              method: "POST",
              body,
              headers: { "content-type": type, origin: url },
            }),
          );
        }
      const { boundary, body } = form(9_000_000, "a");
      for (const cookie of ["", who.buyer.cookie])
        for (const path of ["/api/files", "/api/records/import"])
          await measure(`${path} with two hundred thousand parts, ${cookie ? "a member" : "a visitor"}`, () =>
            ask(url + path, {
              method: "POST",
              body,
              headers: { cookie, origin: url, "content-type": `multipart/form-data; boundary=${boundary}` },
            }),
          );
    },
  },
  {
    name: "parsing: a large body spends an allowance before it is read, so that one who sends many is stopped",
    run: async ({ url }) => {
      const body = `{"json":${nested("[", "]", 60_000)}}`;
      const answers = new Set<number>();
      for (let turn = 0; turn < 30; turn += 1)
        for (const { status } of await Promise.all(
          Array.from({ length: 25 }, () => postTrpc(url, "search.save", body, {})),
        ))
          answers.add(status);
      assert.ok(answers.has(429), `${[...answers]}: nobody was stopped`);
      assert.equal((await ask(`${url}/api/health/live`)).status, 200);
    },
  },
];
