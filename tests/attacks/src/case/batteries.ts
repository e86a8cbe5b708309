import { strict as assert } from "node:assert";
import { ask } from "../ask.ts";
import { mustMutate } from "../must.ts";
import type { Case, World } from "../world.ts";

const scopes = ["registers:read", "registers:write"];
const keyOf = async (caller: World["who"]["buyer"]) =>
  (await mustMutate<{ key: string }>(caller, "key.create", { name: "batteries", scopes })).key;
const code = "ZZ1PB01A1B2C3DC5H7654321";
const context = ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"];
const event = {
  type: "ObjectEvent",
  action: "OBSERVE",
  bizStep: "collecting",
  eventTime: "2026-03-01T00:00:00.000+08:00",
  eventTimeZoneOffset: "+08:00",
  epcList: [`urn:lilink:battery:${code}`],
};
const documentOf = (eventList: readonly unknown[]) =>
  JSON.stringify({
    "@context": context,
    type: "EPCISDocument",
    schemaVersion: "2.0",
    creationDate: "2026-03-02T00:00:00Z",
    epcisBody: { eventList },
  });

const epcis = ({ url }: World, key: string | null, path: string, body?: string) =>
  ask(`${url}/api/epcis/v2${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { "content-type": "application/ld+json" }),
    },
    ...(body === undefined ? {} : { body }),
  });

/** Waits until the worker has taken a capture. */
async function taken(world: World, key: string, address: string): Promise<Record<string, unknown>> {
  for (let turn = 0; turn < 100; turn += 1) {
    const job = JSON.parse((await epcis(world, key, address.replace("/api/epcis/v2", ""))).text);
    if (!job.running) return job;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("the capture was not taken in time");
}

export const batteries: readonly Case[] = [
  {
    name: "batteries: a rival reads no capture, no event and no life of another, whichever door it tries",
    run: async (world) => {
      const { buyer, rival } = world.who;
      const [own, foreign] = [await keyOf(buyer), await keyOf(rival)];
      const sent = await epcis(world, own, "/capture", documentOf([event]));
      assert.equal(sent.status, 202);
      const address = sent.headers.get("location") ?? "";
      const job = await taken(world, own, address);
      assert.deepEqual(job.counts, { events: 1, captured: 1, known: 0, faults: 0 });
      assert.equal((await epcis(world, foreign, address.replace("/api/epcis/v2", ""))).status, 404);
      for (const path of ["/events", `/events?MATCH_epc=urn:lilink:battery:${code}`, "/capture"]) {
        const { text } = await epcis(world, foreign, path);
        assert.ok(!text.includes(code), path);
      }
      for (const path of ["", "/passport"]) {
        const answer = await ask(`${world.url}/api/v1/batteries/${code}${path}`, {
          headers: { authorization: `Bearer ${foreign}` },
        });
        assert.equal(answer.status, path === "" ? 404 : 200);
        assert.ok(path === "" || JSON.parse(answer.text).level === "public");
      }
      const never = await ask(`${world.url}/api/v1/batteries/ZZ1PB01A1B2C3DC5H7654322/passport`, {
        headers: { authorization: `Bearer ${foreign}` },
      });
      const told = await ask(`${world.url}/api/v1/batteries/${code}/passport`, {
        headers: { authorization: `Bearer ${foreign}` },
      });
      assert.equal(never.text.replaceAll("7654322", "7654321"), told.text);
    },
  },
  {
    name: "batteries: nobody tells events in another's name, nor by a key that may not",
    run: async (world) => {
      const { buyer } = world.who;
      const own = await keyOf(buyer);
      const foreign = {
        ...event,
        sourceList: [{ type: "possessing_party", source: "urn:lilink:body:somebody-else" }],
      };
      const sent = await epcis(world, own, "/capture", documentOf([foreign]));
      const job = await taken(world, own, sent.headers.get("location") ?? "");
      assert.equal(job.success, false);
      assert.equal(
        (await epcis(world, world.planted.keySecret, "/capture", documentOf([event]))).status,
        403,
      );
      assert.equal((await epcis(world, null, "/capture", documentOf([event]))).status, 401);
    },
  },
  {
    name: "batteries: hostile documents are refused and hurt nobody",
    run: async (world) => {
      const own = await keyOf(world.who.buyer);
      const hostile: Readonly<Record<string, string>> = {
        "brackets that do not close": "[".repeat(1_000_000),
        "objects in objects": `${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`,
        "no document": '{"__proto__":{"admin":true}}',
        "a list for a body": documentOf([]).replace("[]", '"none"'),
        "half a surrogate": `{"type":"\\ud800"}`,
      };
      for (const [what, body] of Object.entries(hostile)) {
        const { status } = await epcis(world, own, "/capture", body);
        assert.ok(status >= 400 && status < 500, `${what}: ${status}`);
      }
      const odd = [
        null,
        1,
        [],
        { type: "ObjectEvent" },
        { ...event, epcList: ["urn:x:'; drop table organization; --"] },
      ];
      const sent = await epcis(
        world,
        own,
        "/capture",
        documentOf([...odd, { ...event, bizStep: "<script>" }]),
      );
      const job = await taken(world, own, sent.headers.get("location") ?? "");
      assert.deepEqual(job.counts, { events: 6, captured: 0, known: 0, faults: 6 });
      for (const path of [
        "/events?MATCH_epc=%00",
        "/events?perPage=-1",
        "/events?nextPageToken=x.y",
        "/events?GE_eventTime=%27",
      ]) {
        const { status } = await epcis(world, own, path);
        assert.ok(status >= 400 && status < 500, `${path}: ${status}`);
      }
    },
  },
];
