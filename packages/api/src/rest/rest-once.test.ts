import { defaultRates } from "@lilink/contract/config";
import { openGuard } from "@lilink/services";
import { addMember, addOrganization, asRaw, createTestKernel } from "@lilink/services/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRestClient } from "../../testing/rest.ts";
import { findRepeatedKey } from "./request/find-repeated-key.ts";

const kernel = await createTestKernel();
const { send, keyOf } = createRestClient(kernel);
const firm = await addMember(kernel, await addOrganization(kernel));
const other = await addMember(kernel, await addOrganization(kernel));
const { key } = await keyOf(firm);
const { key: others } = await keyOf(other);

const make = (name: string | null, title: string, by = key) =>
  send("/postings", {
    method: "POST",
    headers: {
      authorization: `Bearer ${by}`,
      "accept-language": "en",
      "content-type": "application/json",
      ...(name === null ? {} : { "idempotency-key": name }),
    },
    body: JSON.stringify({ kind: "need", content: { title } }),
  });
const titled = async (title: string, by = key) =>
  (await send("/own/postings?limit=100", { headers: { authorization: `Bearer ${by}` } })).body.items.filter(
    (one) => one.title === title,
  );

describe("a change with an Idempotency-Key", () => {
  it("[RA1] sent fifty times at once is made once, and each answer is its answer or a 409", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => make('"fifty"', "fifty")));
    const [made] = await titled("fifty");
    expect(await titled("fifty")).toHaveLength(1);
    for (const { status, body } of answers) {
      expect([201, 409]).toContain(status);
      if (status === 201) expect(body.publicId).toBe(made?.publicId);
      else expect(body).toMatchObject({ code: "CONFLICT", faults: [{ params: { problem: "inFlight" } }] });
    }
    const again = await make("fifty", "fifty");
    expect(again).toMatchObject({ status: 201, body: { publicId: made?.publicId, revision: 0 } });
  });

  it("[RA1] is refused with another payload, and is another change for another organization or key", async () => {
    const first = await make("one", "first");
    expect(await make("one", "second")).toMatchObject({
      status: 422,
      body: {
        code: "INVALID_INPUT",
        faults: [{ field: "Idempotency-Key", params: { problem: "otherPayload" } }],
      },
    });
    expect((await make("one", "first", others)).body.publicId).not.toBe(first.body.publicId);
    expect((await make("one", "first", (await keyOf(firm)).key)).body.publicId).not.toBe(first.body.publicId);
    expect(await titled("second")).toHaveLength(0);
  });

  it("[RA1] that was refused has stored nothing, and may be corrected under the same key", async () => {
    const bad = await send("/postings/AAAAAAAAAAAA/submit", {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "idempotency-key": "mended" },
    });
    expect(bad.status).toBe(404);
    expect((await make("mended", "mended")).status).toBe(201);
  });

  it("[RA1] with a malformed key gets the form of a key, and without one is made each time", async () => {
    for (const name of ["", '"', "a b", "x".repeat(256), "中"].filter((one) => /^[\0-\xff]*$/.test(one)))
      expect(await make(name, "bad"), name).toMatchObject({ status: 400 });
    await make(null, "free");
    await make(null, "free");
    expect(await titled("free")).toHaveLength(2);
  });

  it("[RA1] keeps its answer a day, where neither a person nor another organization reads it", async () => {
    const start = kernel.app.clock();
    const first = await make("old", "old");
    kernel.setNow(new Date(start.getTime() + 86_400_000));
    expect((await make("old", "old")).body.publicId).not.toBe(first.body.publicId);
    kernel.setNow(start);
    for (const who of [firm, other])
      expect(await asRaw(kernel, who, "select 1 from idempotency_key")).toBe("nothing");
  });
});

describe("a program that asks too often", () => {
  it("[RA4] learns when to come back, and which limit it was", async () => {
    const rates = { ...defaultRates, search: { person: { count: 2, seconds: 60 } } };
    const app = { ...kernel.app, guard: openGuard({ rates }) };
    const { ask } = createRestClient({ ...kernel, app });
    const search = (by: string) => ask(by, "GET", "/postings?limit=1");
    expect([(await search(key)).status, (await search(key)).status]).toEqual([200, 200]);
    const refused = await search(key);
    expect(refused).toMatchObject({ status: 429, body: { code: "LIMIT_REACHED" } });
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      "retry-after": "30",
      "ratelimit-policy": '"search";q=2;w=60',
      ratelimit: '"search";r=0;t=30',
    });
    expect((await search(others)).status).toBe(200);
  });
});

describe("a JSON text", () => {
  it("[RA2] is refused for a key that occurs twice, however it is written", () => {
    for (const text of ['{"a":1,"a":2}', '{"a":1,"\\u0061" :2}', '[{"b":{"a":[],"c":"\\"a\\":","a":{}}}]'])
      expect(findRepeatedKey(text), text).toBe("a");
    expect(findRepeatedKey('{"":0,"x":{"":1},"y":["",""],"":2}')).toBe("");
  });

  it("[RA2] of distinct keys passes", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => findRepeatedKey(JSON.stringify(value)) === null));
  });

  it("[RA2] of a program with a repeated key is refused at that key", async () => {
    const answer = await send("/postings", {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: '{"kind":"need","kind":"capability"}',
    });
    expect(answer).toMatchObject({ status: 422, body: { faults: [{ field: "kind", rule: "duplicate" }] } });
  });
});
