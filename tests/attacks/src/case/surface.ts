import { strict as assert } from "node:assert";
import { ask, askRaw } from "../ask.ts";
import type { Case } from "../world.ts";

const answers = [
  "/en",
  "/en/signin",
  "/api/v1/postings",
  "/api/openapi.json",
  "/api/health/live",
  "/robots.txt",
];

/** What lies beside a page, or beneath it, in the folders of a build. */
const beside = [
  "/.git/config",
  "/.git/HEAD",
  "/.env",
  "/.npmrc",
  "/package.json",
  "/pnpm-lock.yaml",
  "/server.js",
  "/next.config.ts",
  "/.next/BUILD_ID",
  "/_next/",
  "/_next/static/",
  "/_next/static/chunks/",
  "/_next/server/app-paths-manifest.json",
  "/_next/static/../server/pages-manifest.json",
  "/%2e%2e/%2e%2e/etc/passwd",
  "/..%2f..%2fetc%2fpasswd",
  "/api/trpc/",
  "/api/trpc/nothing.here",
  "/api/bare",
  "/en/desk/x.css",
  "/en/settings/x.js",
];

export const surface: readonly Case[] = [
  {
    name: "surface: behind a proxy that speaks TLS every answer says that it is to be asked by TLS alone",
    run: async ({ url }) => {
      for (const path of answers) {
        const { headers } = await ask(url + path, { headers: { "x-forwarded-proto": "https" } });
        const [, seconds] =
          /max-age=(\d+); includeSubDomains/.exec(headers.get("strict-transport-security") ?? "") ?? [];
        assert.ok(Number(seconds) >= 31_536_000, `${path}: ${headers.get("strict-transport-security")}`);
      }
    },
  },
  {
    name: "surface: no answer lets another origin read it",
    run: async ({ url, who }) => {
      for (const path of [...answers, "/api/trpc/viewer.load", "/api/files/AAAAAAAAAAAA"])
        for (const method of ["GET", "OPTIONS"]) {
          const { headers } = await ask(url + path, {
            method,
            headers: {
              cookie: who.buyer.cookie,
              origin: "https://evil.example",
              "access-control-request-method": "POST",
            },
          });
          assert.equal(headers.get("access-control-allow-origin"), null, `${method} ${path}`);
          assert.equal(headers.get("access-control-allow-credentials"), null, `${method} ${path}`);
        }
    },
  },
  {
    name: "surface: what is no page of ours is not there: no source, no map, no list of files",
    run: async ({ url, who }) => {
      const { text } = await ask(`${url}/en/signin`);
      const scripts = [...text.matchAll(/\/_next\/static\/[\w./-]+\.js/g)].map(([path]) => path);
      assert.ok(scripts.length > 3);
      for (const path of [...beside, ...scripts.slice(0, 5).map((one) => `${one}.map`)]) {
        const answer = await askRaw(url, { path, headers: { cookie: who.buyer.cookie } });
        assert.ok([308, 307, 404, 400, 401].includes(answer.status), `${path} answers ${answer.status}`);
        assert.doesNotMatch(
          answer.text,
          /repositoryformatversion|root:x:|"dependencies"|"mappings"|Index of/,
          path,
        );
        assert.doesNotMatch(answer.headers.get("cache-control") ?? "", /public|immutable/, path);
      }
    },
  },
  {
    name: "surface: a page is read, and what is sent to it without being its action changes nothing and is no error of ours",
    run: async ({ url, who }) => {
      const { cookie } = who.buyer;
      for (const path of ["/postings", "/en/signin", "/en/desk", "/nothing"])
        for (const method of ["POST", "PUT", "PATCH", "DELETE"])
          for (const type of [
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "text/plain",
          ]) {
            const { status } = await ask(url + path, {
              method,
              body: "--x garbage",
              headers: { cookie, origin: url, "content-type": type },
            });
            assert.ok([303, 405].includes(status), `${method} ${path} as ${type} answers ${status}`);
          }
    },
  },
  {
    name: "surface: a password is typed into a field that hides it and that a manager fills",
    run: async ({ url, who }) => {
      for (const [page, cookie, uses] of [
        ["/en/signin", "", ["current-password"]],
        ["/en/settings/security", who.buyer.cookie, ["current-password", "new-password"]],
      ] as const) {
        const { text } = await ask(url + page, { headers: { cookie } });
        const fields = [...text.matchAll(/<input[^>]*type="password"[^>]*>/g)].map(([field]) => field);
        const found = fields.map((field) => /autocomplete="([^"]*)"/i.exec(field)?.[1]);
        assert.deepEqual(found, uses, page);
        for (const field of fields)
          assert.doesNotMatch(field.toLowerCase(), /onpaste|maxlength="([1-9]|[1-5]\d)"/, field);
      }
    },
  },
  {
    name: "surface: what an answer weighs and when it was made tells a rival nothing of what is not there",
    run: async ({ url, who, planted }) => {
      const hidden = [planted.draft, planted.introduction, planted.key];
      const shapeOf = async (path: string) => {
        const { status, text, headers } = await ask(url + path, { headers: { cookie: who.rival.cookie } });
        return [
          status,
          text.length,
          headers.get("etag"),
          headers.get("last-modified"),
          headers.get("content-length"),
        ];
      };
      for (const id of hidden)
        for (const path of ["/api/v1/postings/", "/api/files/", "/api/papers/"])
          assert.deepEqual(await shapeOf(path + id), await shapeOf(`${path}AAAAAAAAAAAA`), path + id);
    },
  },
];
