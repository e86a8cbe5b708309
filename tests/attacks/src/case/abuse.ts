import { strict as assert } from "node:assert";
import { ask, askRaw, postTrpc } from "../ask.ts";
import type { Case } from "../world.ts";

const deep = (levels: number) => `{"a":${"[".repeat(levels)}${"]".repeat(levels)}}`;
const draft = (content: string) => `{"json":{"kind":"need","content":${content}}}`;
const save = (meta: string, name = '"n"') => `{"json":{"name":${name},"query":""},"meta":${meta}}`;

/** Bodies that must be refused, each before it has done anything. */
const bodies: readonly (readonly [string, string, string])[] = [
  ["no JSON", "posting.create", "{{{"],
  ["nothing", "posting.create", ""],
  ["null", "posting.create", "null"],
  ["a list", "posting.create", "[]"],
  ["40,000 levels", "posting.create", draft(deep(40_000))],
  ["400,000 levels", "posting.create", draft(deep(400_000))],
  ["a NUL", "posting.create", draft('{"title":"a\\u0000b"}')],
  ["a NUL in a key", "posting.create", draft('{"a\\u0000":"b"}')],
  ["half a character", "posting.create", draft('{"title":"a\\ud800b"}')],
  ["prototype by meta", "search.save", save('{"values":{"__proto__.x":["Date"]}}')],
  ["constructor by meta", "search.save", save('{"values":{"constructor.prototype.x":["Date"]}}')],
  ["a class by meta", "search.save", save('{"values":{"name":[["class","Foo"]]}}')],
  ["a pattern by meta", "search.save", save('{"values":{"name":["regexp"]}}', '"/(a+)+$/"')],
  [
    "a number of 90,000 digits",
    "search.save",
    save('{"values":{"name":["bigint"]}}', `"${"9".repeat(90_000)}"`),
  ],
  [
    "a circle by meta",
    "posting.create",
    '{"json":{"kind":"need","content":{"a":{}}},"meta":{"referentialEqualities":{"content":["content.a.b"]}}}',
  ],
  ["a huge number", "posting.renew", '{"json":{"publicId":"AAAAAAAAAAAA","validDays":1e308}}'],
  ["a negative number", "posting.renew", '{"json":{"publicId":"AAAAAAAAAAAA","validDays":-5}}'],
  ["an overlong id", "posting.submit", `{"json":{"publicId":"${"A".repeat(50_000)}"}}`],
];

const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const cursors: readonly (readonly [string, string])[] = [
  ...[
    "garbage",
    "x~y",
    "2026-11-24T00:00:00.000Z~nope",
    cursor(["x", "y"]),
    cursor(["a\0", "b"]),
    cursor({}),
    "%%%",
  ].flatMap((one): [string, string][] =>
    [
      "posting.listReviews",
      "posting.listOwn",
      "claim.list",
      "disclosure.list",
      "introduction.list",
      "notice.list",
    ].map((path) => [path, one]),
  ),
  ...["1", "2026-02-30", "2026", "275760-09-13", "Jan 1"].map((value): [string, string] => [
    "search.postings",
    cursor({ by: "newest", value, id: "AAAAAAAAAAAA" }),
  ]),
  ["search.postings", cursor({ by: "newest", value: "2026-01-01T00:00:00.000Z", id: "\ud800" })],
];

const pages = [
  "/en/postings?cursor=garbage",
  "/en/organizations?cursor=garbage",
  "/en/organizations?q=%00",
  "/en/postings?q=%00&region=%00",
  "/en/postings/%00",
  "/en/postings/..%2f..%2fetc%2fpasswd",
  "/en/chain/%E0%A4%A",
  "/%E0%A4%A",
  "/en/goals/zzz",
  "/en/reset/x",
  "/en/invitation/%00",
  "/api/export/posting?q=%00",
  "/api/export/organization?q=%00",
  "/api/export/organization?kind=nonsense",
  "/api/export/match?posting=%00",
  "/api/files/%00",
  "/api/files/..%2f..%2fsecrets.json",
  "/api/auth/callback/credentials",
  "/api/auth/signin/%00",
  "/api/v1/%00",
  "/api/v1/postings/%E0%A4%A",
];

export const abuse: readonly Case[] = [
  ...bodies.map(([what, path, body]) => ({
    name: `abuse: a body with ${what} is refused`,
    run: async ({ url, who }: Parameters<Case["run"]>[0]) => {
      const answer = await postTrpc(url, path, body, { cookie: who.buyer.cookie });
      assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} ${answer.text.slice(0, 200)}`);
    },
  })),
  {
    name: "abuse: a cursor that was invented is refused, on every list",
    run: async ({ url, who }) => {
      for (const [path, one] of cursors) {
        const input = encodeURIComponent(JSON.stringify({ json: { cursor: one } }));
        const { cookie } = ["posting.listReviews", "claim.list"].includes(path) ? who.officer : who.buyer;
        const answer = await ask(`${url}/api/trpc/${path}?input=${input}`, { headers: { cookie } });
        assert.equal(answer.status, 400, `${path} answers ${answer.status} to ${one}`);
      }
    },
  },
  {
    name: "abuse: an address that is broken is no 500, and tells nothing of the inside",
    run: async ({ url, who }) => {
      for (const page of pages) {
        const answer = await askRaw(url, { path: page, headers: { cookie: who.buyer.cookie } });
        assert.ok(answer.status < 500, `${page} answers ${answer.status}`);
        assert.ok(!/node_modules|at .+\.js:\d+|lilink_app|violates/.test(answer.text), page);
      }
    },
  },
  {
    name: "abuse: batches, bodies and types beyond the bound are refused at once",
    run: async ({ url, who }) => {
      const { cookie } = who.buyer;
      const many = (n: number) => Array.from({ length: n }, () => "viewer.load").join(",");
      const batch = (n: number) =>
        ask(`${url}/api/trpc/${many(n)}?batch=1&input=${encodeURIComponent("{}")}`, { headers: { cookie } });
      assert.ok([200, 207].includes((await batch(10)).status));
      assert.equal((await batch(11)).status, 400);
      assert.ok((await ask(`${url}/api/trpc/${",".repeat(5000)}?batch=1`)).status < 500);
      const big = `{"json":{"name":"${"x".repeat(1_100_000)}","query":""}}`;
      assert.equal((await postTrpc(url, "search.save", big, { cookie })).status, 413);
      for (const type of [
        "text/plain",
        "multipart/form-data",
        "application/x-www-form-urlencoded",
        "application/jsonp",
      ])
        assert.ok(
          [400, 415].includes(
            (await postTrpc(url, "search.save", save("{}"), { cookie, "content-type": type })).status,
          ),
          type,
        );
      const chunked = await askRaw(
        `${url}/api/trpc/search.save`,
        {
          method: "POST",
          headers: {
            cookie,
            origin: url,
            "content-type": "application/json",
            "transfer-encoding": "chunked",
          },
        },
        save("{}"),
      );
      assert.equal(chunked.status, 413);
    },
  },
  {
    name: "abuse: a change is not made by GET, nor by another method in disguise",
    run: async ({ url, who }) => {
      const { cookie } = who.buyer;
      const input = encodeURIComponent('{"json":{"name":"by get","query":""}}');
      const get = await ask(`${url}/api/trpc/search.save?input=${input}`, { headers: { cookie } });
      assert.equal(get.status, 405);
      for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"])
        assert.ok(
          [204, 400, 404, 405].includes(
            (await ask(`${url}/api/trpc/search.save?input=${input}`, { method, headers: { cookie } })).status,
          ),
          method,
        );
      const disguised = await ask(`${url}/api/trpc/search.save?input=${input}`, {
        headers: { cookie, "x-http-method-override": "POST" },
      });
      assert.equal(disguised.status, 405);
    },
  },
  {
    name: "abuse: keys that nobody asked for change nothing",
    run: async ({ url, who, owner }) => {
      const extra =
        '"organizationId":"x","role":"admin","verified":true,"status":"verified","state":"published","__proto__":{"admin":true},"createdAt":"2000-01-01"';
      const made = await postTrpc(
        url,
        "posting.create",
        `{"json":{"kind":"need","content":{"title":"mass assignment"},${extra}}}`,
        { cookie: who.buyer.cookie },
      );
      assert.equal(made.status, 200);
      const { rows } = await owner.query(
        "select state, version, live_version from posting where title = 'mass assignment'",
      );
      assert.deepEqual(rows, [{ state: "draft", version: 0, live_version: null }]);
      assert.equal(({} as { admin?: boolean }).admin, undefined);
    },
  },
  {
    name: "abuse: a broken authorization, a key in the address and junk cookies leave the process alive",
    run: async ({ url, planted }) => {
      for (const headers of [
        { authorization: "Bearer %E0%A4%A" },
        { authorization: `Bearer ${"x".repeat(8000)}` },
        { authorization: "Basic AAAA" },
      ])
        assert.equal((await ask(`${url}/api/v1/postings`, { headers })).status, 401);
      assert.equal((await ask(`${url}/api/v1/postings?key=${planted.keySecret}`)).status, 400);
      for (const cookie of [
        "authjs.session-token=x",
        "authjs.session-token=%00",
        "=;;;===",
        `a=${"x".repeat(7000)}`,
      ])
        assert.equal((await ask(`${url}/api/trpc/viewer.load`, { headers: { cookie } })).status, 200);
      assert.ok(
        (await askRaw(url, { headers: { "x-big": "x".repeat(100_000) } }).catch(() => ({ status: 431 })))
          .status >= 400,
      );
      assert.equal((await ask(`${url}/api/health/live`)).status, 200);
    },
  },
];
