import { addMember, addOrganization, addPosting, createTestKernel } from "@lilink/services/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRestClient } from "../../testing/rest.ts";
import { maxBodyBytes } from "../kernel/take-body.ts";
import { listOperations } from "./list-operations.ts";
import { acceptsBody } from "./request/read-body.ts";

const kernel = await createTestKernel();
const { ask, send, keyOf, reported } = createRestClient(kernel);
const maker = await addMember(kernel, await addOrganization(kernel));
const { key } = await keyOf(maker);
const { publicId } = await addPosting(kernel, maker, "capability");
const authorization = `Bearer ${key}`;
const json = { authorization, "content-type": "application/json", "accept-language": "en" };
const post = (body: BodyInit, headers: Record<string, string> = json) =>
  send("/postings", { method: "POST", headers, body });

describe("a request that cannot be worked with", () => {
  it.each(["Basic dXNlcjpwYXNz", "Bearer", "Bearer nonsense", "llk_short", `Bearer ${"x".repeat(9000)}`])(
    "[RE4] has its Authorization refused with the mend: %.20s",
    async (given) => {
      const answer = await send("/postings", { headers: { authorization: given, "accept-language": "en" } });
      expect(answer).toMatchObject({
        status: 401,
        body: { code: "NOT_SIGNED_IN", faults: [{ field: "Authorization", rule: "badFormat" }] },
      });
      expect(answer.body.message).toContain("Bearer llk_");
    },
  );

  it("[RE4] gets the answer that the key is not valid", async () => {
    expect(await ask(`llk_${"A".repeat(32)}`, "GET", "/goals")).toMatchObject({
      status: 401,
      body: { faults: [] },
    });
  });

  it.each([`key=${"K"}`, `q=${"K"}`, `q=%6Clk_${"K"}`])(
    "[RE4] may not carry its key in the address: %s",
    async (query) => {
      const secret = query.includes("%6C") ? key.slice(4) : key;
      const answer = await send(`/postings?${query.replace("K", secret)}`, {
        headers: { "accept-language": "en" },
      });
      expect(answer).toMatchObject({
        status: 400,
        body: { code: "INVALID_INPUT", faults: [{ field: "query" }] },
      });
      expect(JSON.stringify(answer.body)).not.toContain(key.slice(4));
    },
  );

  it.each([
    ["{", "notJson"],
    ["not json", "notJson"],
    [new Uint8Array([0x7b, 0xff, 0x7d]), "notJson"],
    ["[]", "notObject"],
    ["null", "notObject"],
    ['"text"', "notObject"],
  ])("[RE4] with the body %s is answered with 400: %s", async (body, problem) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 400, body: { faults: [{ field: "body", params: { problem } }] } });
    expect(answer.body.message).toMatch(/JSON/);
  });

  it("[RE4] names the very field that holds what cannot be stored", async () => {
    for (const text of ['"a\\u0000b"', '"\\ud800"'])
      expect(await post(`{"kind":"need","content":{"figures":[{"value":${text}}]}}`)).toMatchObject({
        status: 422,
        body: { faults: [{ field: "content.figures.0.value", params: { problem: "badText" } }] },
      });
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    expect(await post(`{"kind":"need","content":{"a":${deep}}}`)).toMatchObject({
      status: 422,
      body: { faults: [{ params: { problem: "tooDeep" } }] },
    });
  });

  it("[RE4] is bounded in size, whether it says its length or not", async () => {
    const body = JSON.stringify({ kind: "need", content: { title: "x".repeat(maxBodyBytes) } });
    expect(await post(body)).toMatchObject({ status: 413, body: { code: "TOO_LARGE" } });
    const stream = new Blob([body]).stream();
    const streamed = { method: "POST", headers: json, body: stream, duplex: "half" } as RequestInit;
    expect(await send("/postings", streamed)).toMatchObject({ status: 413 });
  });

  it("[RE4] is refused in another type, method or place", async () => {
    expect(
      await post("kind=need", { ...json, "content-type": "application/x-www-form-urlencoded" }),
    ).toMatchObject({
      status: 415,
      body: { code: "UNSUPPORTED_TYPE" },
    });
    const wrong = await send(`/postings/${publicId}`, { method: "DELETE", headers: json });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get("allow")).toBe("GET");
    for (const path of ["/nothing", "/postings/", "/Postings", `/postings/${publicId}/parts`, ""])
      expect(await ask(key, "GET", path), path).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
  });

  it("[RE4] has each parameter named that breaks a rule", async () => {
    const cases = [
      ["/postings?kind=offer", "kind.0", "notInList"],
      ["/postings?limit=many", "limit", "notANumber"],
      ["/postings?limit=101", "limit", "tooLarge"],
      ["/postings?limit=1&limit=2", "limit", "duplicate"],
      ["/postings?colour=red", "colour", "notInList"],
      ["/postings?constructor=1", "constructor", "notInList"],
      ["/postings?cursor=nonsense", "cursor", "foreignCursor"],
      ["/postings?q=%00", "q", "badFormat"],
      ["/own/postings?cursor=nonsense", "cursor", "foreignCursor"],
      ["/introductions?cursor=nonsense", "cursor", "foreignCursor"],
      ["/organizations?cursor=nonsense", "cursor", "foreignCursor"],
      ["/concepts?cursor=nonsense", "cursor", "foreignCursor"],
      ["/goals/first", "id", "badFormat"],
    ] as const;
    for (const [path, field, rule] of cases) {
      const answer = await ask(key, "GET", path);
      expect(answer, path).toMatchObject({ status: 422, body: { faults: [{ field, rule }] } });
      expect(answer.body.message, path).toContain(field);
    }
  });
});

describe("an answer", () => {
  it("[RE5] uses the language that is asked for, is not cached and not sniffed", async () => {
    const say = async (language: string) =>
      (await send("/own/postings", { headers: { "accept-language": language } })).body.message as string;
    expect(await say("en-GB,en;q=0.9")).toContain("key");
    for (const chinese of ["zh-CN", "fr", "en;q=0.1, zh;q=0.8", "", ";;q=x,,"])
      expect(await say(chinese), chinese).toMatch(/\p{Script=Han}/u);
    const { headers, body } = await ask(key, "GET", "/nothing");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-request-id")).toBe(body.requestId);
  });

  it("[RE5] takes no notice of a cookie", async () => {
    const cookie = "authjs.session-token=whatever";
    expect(await send("/own/postings", { headers: { cookie } })).toMatchObject({ status: 401 });
  });

  it("[RE6] is never a 500, whatever is sent to whichever operation", async () => {
    const junk = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.jsonValue({ maxDepth: 3 }));
    const names = fc.constantFrom(
      "kind",
      "content",
      "levels",
      "limit",
      "cursor",
      "q",
      "revision",
      "contact",
      "posting",
      "__proto__",
      "validDays",
      "figures",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...listOperations()),
        fc.oneof(fc.constant(publicId), fc.string({ minLength: 1, maxLength: 14 })),
        fc.array(fc.tuple(names, junk), { maxLength: 4 }),
        async ({ method, path }, id, pairs) => {
          const address = path.replace(/\{\w+\}/g, encodeURIComponent(id));
          const fields = pairs.map(
            ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value) ?? "null"}`,
          );
          const query = pairs.map(
            ([name, value]) => `${name}=${encodeURIComponent(JSON.stringify(value) ?? "")}`,
          );
          const answer = acceptsBody(method)
            ? await send(address, { method, headers: json, body: `{${fields.join(",")}}` })
            : await send(`${address}?${query.join("&")}`, { method, headers: json });
          expect(answer.status).toBeLessThan(500);
          if (answer.status >= 400) expect(answer.body.message).toBeTruthy();
        },
      ),
      { numRuns: 300 },
    );
    expect(reported).toEqual([]);
  });

  it("[RE6] is never a 500 for a draft that holds anything at all", async () => {
    const fields = [
      "concept",
      "concepts",
      "title",
      "summary",
      "figures",
      "volume",
      "price",
      "trl",
      "cooperation",
      "attachments",
      "language",
    ];
    // As JSON carries it: what is written as -0 arrives as 0.
    const content = fc
      .dictionary(fc.constantFrom(...fields), fc.jsonValue({ maxDepth: 2 }))
      .map((typed) => JSON.parse(JSON.stringify(typed)) as Record<string, unknown>);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("need", "capability", "project"), content, async (kind, typed) => {
        const made = await ask(key, "POST", "/postings", { kind, content: typed });
        const path = `/postings/${made.body.publicId}`;
        expect(made.status).toBe(201);
        expect(await ask(key, "GET", `${path}/draft`)).toMatchObject({
          status: 200,
          body: { content: typed },
        });
        expect((await ask(key, "POST", `${path}/submit`)).status).toBe(422);
        expect((await ask(key, "GET", "/own/postings?limit=1")).status).toBe(200);
        expect((await ask(key, "DELETE", `${path}/draft`)).body).toEqual({ deleted: true });
      }),
      { numRuns: 25 },
    );
    expect(reported).toEqual([]);
  });
});
