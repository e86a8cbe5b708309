import { strict as assert } from "node:assert";
import { findAccount, tryPassword } from "@lilink/test-exchange/sign-in";
import { ask, askRaw } from "../ask.ts";
import type { Case } from "../world.ts";

const save = JSON.stringify({ json: { name: "from elsewhere", query: "q=li" } });
const forged = [
  { host: "evil.example" },
  { host: "evil.example:443", "x-forwarded-proto": "https" },
  { host: "localhost", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
] as const;

export const hosts: readonly Case[] = [
  {
    name: "hosts: no header of a page or a redirect repeats a host that the request made up",
    run: async ({ url, who }) => {
      for (const headers of forged)
        for (const path of [
          "/",
          "/en",
          "/en/postings",
          "/organizations",
          "/en/nothing/here",
          "/zh-CN/postings",
          "/en/desk",
        ])
          for (const more of [{}, { rsc: "1" }, { cookie: who.buyer.cookie }]) {
            const answer = await askRaw(url, { path, headers: { ...headers, ...more } });
            const told = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
            assert.ok(!told.includes("evil.example"), `${path} with ${JSON.stringify(headers)}: ${told}`);
          }
      const { headers } = await ask(`${url}/en`);
      assert.match(
        headers.get("link") ?? "",
        /hreflang/,
        "pages still name their twin in the other language",
      );
    },
  },
  {
    name: "hosts: an origin that a forged host agrees with changes nothing, by call or by file",
    run: async ({ url, who }) => {
      for (const origin of ["http://evil.example", "https://evil.example", "http://evil.example:3000"]) {
        const headers = {
          host: origin.replace(/^https?:\/\//, ""),
          ...{ origin, cookie: who.buyer.cookie, "sec-fetch-site": "same-origin" },
        };
        const call = await askRaw(
          url,
          {
            path: "/api/trpc/search.save",
            method: "POST",
            headers: { ...headers, "content-type": "application/json" },
          },
          save,
        );
        assert.equal(call.status, 403, `${origin} saves a search`);
        for (const path of ["/api/files", "/api/records/import", "/api/returns/import"]) {
          const sent = await askRaw(
            url,
            {
              path,
              method: "POST",
              headers: { ...headers, "content-type": "multipart/form-data; boundary=x" },
            },
            "--x--\r\n",
          );
          assert.equal(sent.status, 403, `${origin} sends to ${path}`);
        }
      }
    },
  },
  {
    name: "hosts: what the framework answers to a page's data is kept by no cache, redirects as well",
    run: async ({ url, who }) => {
      for (const path of [
        "/en/postings",
        "/en/desk",
        "/zh-CN/desk",
        "/en/postings?_rsc=wrong",
        "/desk?_rsc=1",
      ])
        for (const cookie of ["", who.buyer.cookie]) {
          const { status, headers } = await ask(url + path, { headers: { rsc: "1", cookie } });
          assert.match(headers.get("cache-control") ?? "", /no-store/, `${path} answers ${status}`);
        }
    },
  },
  {
    name: "hosts: one password is one however a keyboard writes it, and no other",
    run: async ({ url, owner, exchange }) => {
      const account = findAccount(exchange.dataDir, "editor@laboratory.example");
      const wide = [...account.password]
        .map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
        .join("");
      const typed = await tryPassword(url, { ...account, password: wide }, "192.0.2.77");
      assert.match(typed.cookie, /session-token/, "full width is refused");
      const other = await tryPassword(
        url,
        { ...account, password: `${account.password}\u0301` },
        "192.0.2.78",
      );
      assert.equal(other.refusal, "refused");
      const { rows } = await owner.query(
        "select 1 from credential where password_hash not like '$argon2id$%'",
      );
      assert.deepEqual(rows, []);
    },
  },
];
