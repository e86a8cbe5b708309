import { strict as assert } from "node:assert";
import { findAccount } from "@lilink/test-exchange/sign-in";
import { ask, askRaw, postTrpc } from "../ask.ts";
import type { Case } from "../world.ts";

const save = '{"json":{"name":"from elsewhere","query":""}}';
const hostile = [
  "https://evil.example",
  "null",
  "http://localhost.evil.example",
  "https://localhost",
  "http://127.0.0.1:1",
  "file://",
];
const pages = [
  "/",
  "/en",
  "/postings",
  "/en/signin",
  "/en/register",
  "/en/organizations",
  "/en/goals",
  "/en/nowhere",
];
const signedIn = [
  "/desk",
  "/en/desk",
  "/en/notices",
  "/en/settings/account",
  "/en/settings/members",
  "/en/postings/mine",
  "/en/introductions",
];
const nexts = [
  "//evil.example",
  "/\\evil.example",
  "https:evil.example",
  "data:text/html,x",
  "%2f%2fevil.example",
  "/%09/evil.example",
  "\t//evil.example",
  "javascript:alert(1)",
  "https://localhost@evil.example",
];

export const browser: readonly Case[] = [
  ...hostile.map((origin) => ({
    name: `browser: a change or a file sent from ${origin} is refused`,
    run: async ({ url, who }: Parameters<Case["run"]>[0]) => {
      const { cookie } = who.buyer;
      assert.equal((await postTrpc(url, "search.save", save, { cookie, origin })).status, 403);
      const form = new FormData();
      form.set("kind", "posting");
      const sent = await ask(`${url}/api/files`, { method: "POST", body: form, headers: { cookie, origin } });
      assert.equal(sent.status, 403);
    },
  })),
  {
    name: "browser: no origin, or a browser that says cross-site, is refused",
    run: async ({ url, who }) => {
      const headers = {
        cookie: who.buyer.cookie,
        "content-type": "application/json",
        "content-length": String(save.length),
      };
      const bare = await askRaw(`${url}/api/trpc/search.save`, { method: "POST", headers }, save);
      assert.equal(bare.status, 403);
      for (const site of ["cross-site", "same-site", "none"])
        assert.equal(
          (await postTrpc(url, "search.save", save, { cookie: who.buyer.cookie, "sec-fetch-site": site }))
            .status,
          403,
        );
    },
  },
  {
    name: "browser: a server action from elsewhere is refused",
    run: async ({ url, who }) => {
      for (const action of ["0".repeat(42), "x", "__proto__"]) {
        const answer = await ask(`${url}/en/signin`, {
          method: "POST",
          body: '["$K1"]',
          headers: {
            cookie: who.buyer.cookie,
            origin: "https://evil.example",
            "next-action": action,
            "content-type": "text/plain",
          },
        });
        assert.ok(
          answer.status >= 300 && answer.status < 600 && answer.headers.get("set-cookie") === null,
          String(answer.status),
        );
      }
    },
  },
  {
    name: "browser: every page carries its policy, and nothing names the server",
    run: async ({ url, who }) => {
      for (const page of [...pages, ...signedIn]) {
        const { headers } = await ask(url + page, {
          headers: { cookie: signedIn.includes(page) ? who.buyer.cookie : "" },
        });
        const policy = headers.get("content-security-policy") ?? "";
        const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "'unsafe-inline'";
        assert.match(scripts, /'nonce-[\w+/=]{20,}'/, page);
        assert.doesNotMatch(scripts, /unsafe-inline|unsafe-eval|\*/, page);
        assert.match(policy, /frame-ancestors 'none'/, page);
        assert.match(policy, /base-uri 'none'/, page);
        assert.equal(headers.get("x-content-type-options"), "nosniff", page);
        assert.equal(headers.get("x-frame-options"), "DENY", page);
        assert.equal(headers.get("x-powered-by"), null, page);
        assert.equal(headers.get("access-control-allow-origin"), null, page);
      }
      const [one, two] = [await ask(`${url}/en`), await ask(`${url}/en`)].map(({ headers }) =>
        headers.get("content-security-policy"),
      );
      assert.notEqual(one, two);
    },
  },
  {
    name: "browser: no page or answer of a session is kept by any cache",
    run: async ({ url, who }) => {
      for (const page of [
        ...signedIn,
        "/en/postings",
        "/api/trpc/viewer.load",
        "/api/export/own-posting",
        "/api/v1/postings",
      ]) {
        const { headers } = await ask(url + page, { headers: { cookie: who.buyer.cookie } });
        assert.match(headers.get("cache-control") ?? "", /no-store/, page);
        assert.equal(headers.get("etag"), null, page);
      }
    },
  },
  {
    name: "browser: the cookie of a session is for this site's pages alone, and for no script",
    run: async ({ url, exchange }) => {
      const asked = await ask(`${url}/api/auth/csrf`);
      const { email, password } = findAccount(exchange.dataDir, "prof@university.example");
      const cookie = asked.headers
        .getSetCookie()
        .map((line) => line.split(";")[0])
        .join("; ");
      const { csrfToken } = JSON.parse(asked.text) as { csrfToken: string };
      const sign = (body: Record<string, string>, headers: Record<string, string> = {}) =>
        ask(`${url}/api/auth/callback/credentials`, {
          method: "POST",
          headers: { origin: url, cookie, ...headers },
          body: new URLSearchParams({ csrfToken, email, password, ...body }),
        });
      const opened = await sign({});
      const [session] = opened.headers.getSetCookie().filter((line) => line.includes("session-token"));
      assert.match(session ?? "", /HttpOnly/i);
      assert.match(session ?? "", /SameSite=(Lax|Strict)/i);
      for (const callbackUrl of nexts) {
        const { headers } = await sign({ callbackUrl });
        const to = headers.get("location");
        assert.equal(new URL(to ?? "/", url).origin, url, `${callbackUrl} leads to ${to}`);
      }
      const forged = await sign({ csrfToken: "x".repeat(64) });
      assert.ok(forged.headers.getSetCookie().every((line) => !/session-token=[\w.-]{40}/.test(line)));
    },
  },
  {
    name: "browser: signing in never leads away, however the address is written",
    run: async ({ url, who }) => {
      for (const next of nexts) {
        const { headers, text } = await ask(`${url}/en/signin?next=${encodeURIComponent(next)}`, {
          headers: { cookie: who.buyer.cookie },
        });
        const to = headers.get("location");
        assert.equal(new URL(to ?? "/", url).origin, url, `${next} leads to ${to}`);
        assert.ok(!/<a[^>]+href="(?:https?:)?\/\/evil/.test(text));
      }
    },
  },
  {
    name: "browser: a host that is not ours reaches no link, redirect or letter",
    run: async ({ url }) => {
      for (const headers of [
        { host: "evil.example" },
        { host: "localhost", "x-forwarded-host": "evil.example" },
      ] as const) {
        for (const path of [
          "/en",
          "/en/desk",
          "/api/auth/csrf",
          "/api/auth/providers",
          "/api/openapi.json",
        ]) {
          const answer = await askRaw(url, { path, headers });
          assert.ok(
            !(answer.headers.get("location") ?? "").includes("evil.example"),
            `${path} leads to evil.example`,
          );
          assert.ok(!/https?:\/\/evil\.example/.test(answer.text), `${path} names evil.example`);
        }
      }
    },
  },
];
