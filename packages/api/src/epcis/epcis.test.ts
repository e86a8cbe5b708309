import { epcisContext, toEpcis } from "@lilink/model/trace";
import { callJob, takeCapture } from "@lilink/services";
import { addMember, addOrganization, createTestKernel } from "@lilink/services/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { createRestClient } from "../../testing/rest.ts";
import { handleEpcis } from "./handle-epcis.ts";

const kernel = await createTestKernel();
const { api, keyOf } = createRestClient(kernel);
const firm = await addOrganization(kernel);
const admin = await addMember(kernel, firm);
const rival = await addMember(kernel, await addOrganization(kernel));
let [key, blind, foreign] = ["", "", ""];
beforeAll(async () => {
  key = (await keyOf(admin)).key;
  blind = (await keyOf(admin, ["postings:read"])).key;
  foreign = (await keyOf(rival)).key;
});

const ask = (
  token: string | null,
  path: string,
  init: { method?: string; body?: string; headers?: Record<string, string> } = {},
) =>
  handleEpcis(
    new Request(`http://lilink.test/api/epcis/v2${path}`, {
      ...init,
      headers: {
        "accept-language": "en",
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(init.body === undefined ? {} : { "content-type": "application/ld+json" }),
        ...init.headers,
      },
    }),
    api,
  );
const post = (body: string, headers: Record<string, string> = {}, token: string | null = key) =>
  ask(token, "/capture", { method: "POST", body, headers });
let serial = 0;
const nextCode = () => `ZZ1PB01A1B2C3DC5H${String(++serial).padStart(7, "0")}`;
const eventOf = (code: string, at = "2022-06-01") =>
  toEpcis({
    event: { verb: "fit", code, at, by: firm.publicId, vehicle: "V1" },
    province: "36",
    recordedAt: "2022-06-02T00:00:00.000Z",
  });
const documentOf = (eventList: readonly unknown[]) =>
  JSON.stringify({
    "@context": epcisContext,
    type: "EPCISDocument",
    schemaVersion: "2.0",
    creationDate: "2026-03-02T00:00:00.000Z",
    epcisBody: { eventList },
  });

/** Works off what waits, as the worker does. */
async function work() {
  const none = () => {
    throw new Error("no file of rows here");
  };
  const verb = takeCapture({ read: none, mark: none });
  const open = await kernel.ownerRows<{ id: string }>(
    "select id from battery_capture where ended_at is null",
  );
  for (const { id } of open)
    await callJob(kernel.worker, { id: kernel.app.newId(), name: "battery.take" }, verb, { captureId: id });
}

describe("POST /capture", () => {
  it("[TR33] answers 202 with the job's address, and the job names the event at fault", async () => {
    const sent = await post(documentOf([eventOf(nextCode()), { type: "ObjectEvent" }, eventOf(nextCode())]), {
      "gs1-capture-error-behaviour": "proceed",
    });
    const location = sent.headers.get("location") ?? "";
    expect([sent.status, sent.headers.get("gs1-epcis-version")]).toEqual([202, "2.0"]);
    const path = location.replace("/api/epcis/v2", "");
    expect(await (await ask(key, path)).json()).toMatchObject({ running: true, success: false });
    await work();
    expect(await (await ask(key, path)).json()).toMatchObject({
      running: false,
      success: false,
      captureErrorBehaviour: "proceed",
      errors: [{ type: "epcisException:ValidationException", event: 1 }],
      counts: { events: 3, captured: 2, known: 0, faults: 1 },
      answers: [
        { event: 0, verdict: "gap" },
        { event: 1, verdict: "fault" },
        { event: 2, verdict: "gap" },
      ],
    });
    expect((await ask(foreign, path)).status).toBe(404);
  });

  it("[TR33] refuses what is no document, too deep, of another type or without a key that may", async () => {
    const statusOf = async (answer: Promise<Response>) => {
      const { status, headers } = await answer;
      expect(headers.get("content-type")).toContain("application/problem+json");
      return status;
    };
    expect(await statusOf(post("{"))).toBe(400);
    expect(await statusOf(post("[]"))).toBe(422);
    expect(await statusOf(post(documentOf([]).replace('"2.0"', "2")))).toBe(422);
    expect(await statusOf(post(`${"[".repeat(100_000)}`))).toBe(422);
    expect(await statusOf(post("{}", { "content-type": "text/xml" }))).toBe(415);
    expect(await statusOf(post("{}", { "gs1-capture-error-behaviour": "ignore" }))).toBe(400);
    expect(await statusOf(post(documentOf([]), {}, null))).toBe(401);
    expect(await statusOf(post(documentOf([]), {}, blind))).toBe(403);
    expect(await statusOf(post("", { "content-length": String(65 * 1024 * 1024) }))).toBe(413);
    expect(await statusOf(ask(key, "/capture", { method: "DELETE" }))).toBe(405);
    expect(await statusOf(ask(key, "/queries"))).toBe(404);
  });
});

describe("GET /events", () => {
  it("[TR35] answers a query document of the standard, page by page", async () => {
    const code = nextCode();
    await post(documentOf([eventOf(code), eventOf(code, "2023-06-01"), eventOf(code, "2024-06-01")]));
    await work();
    const query = `?MATCH_epc=urn:lilink:battery:${code}&eventType=AssociationEvent&EQ_bizStep=cbv:BizStep-installing,shipping&perPage=2`;
    const page = await ask(key, `/events${query}`);
    const body = await page.json();
    expect(body).toMatchObject({ type: "EPCISQueryDocument", schemaVersion: "2.0" });
    const listed = body.epcisBody.queryResults.resultsBody.eventList;
    expect(listed).toHaveLength(2);
    expect(listed[0].eventID).toMatch(/^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/);
    const link = /^<\/api\/epcis\/v2(.*)>; rel="next"$/.exec(page.headers.get("link") ?? "")?.[1] ?? "";
    const rest = await ask(key, link);
    expect((await rest.json()).epcisBody.queryResults.resultsBody.eventList).toHaveLength(1);
    expect(rest.headers.get("link")).toBeNull();
    const stranger = await (await ask(foreign, `/events${query}`)).json();
    expect(stranger.epcisBody.queryResults.resultsBody.eventList).toEqual([]);
    expect((await ask(foreign, link)).status).toBe(422);
  });

  it("[TR35] refuses a parameter that means nothing here and a moment that is none", async () => {
    expect((await ask(key, "/events?EQ_readPoint=x")).status).toBe(422);
    expect((await ask(key, "/events?GE_eventTime=yesterday")).status).toBe(422);
    expect((await ask(key, "/events?perPage=100000")).status).toBe(422);
    expect((await ask(key, "/events?EQ_bizStep=nothing")).status).toBe(200);
  });
});
