import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  call,
  createWebhook,
  type Kernel,
  listWebhooks,
  type Principal,
  pauseWebhook,
  removeWebhook,
  replayWebhook,
  signEvent,
} from "@lilink/services";
import { addMember, addOrganization, addPosting, asRaw, createTestKernel } from "@lilink/services/testing";
import { afterAll, beforeEach, expect, it } from "vitest";
import { createWebhookSender } from "./send-webhooks.ts";

type Got = { readonly id: string; readonly signature: string; readonly at: string; readonly body: string };

const kernel = await createTestKernel();
const rules = { ports: [443], testHosts: ["127.0.0.1"] };
const app: Kernel = { ...kernel.app, guard: { ...kernel.app.guard, webhookTargets: rules } };
const firm = await addOrganization(kernel);
const admin = await addMember(kernel, firm);
const posting = await addPosting(kernel, admin, "need");

let got: Got[] = [];
let answer = (response: ServerResponse) => void response.writeHead(204).end();
const receiver = createServer((request, response) => {
  const { headers } = request;
  let body = "";
  request.on("data", (part) => {
    body += part;
  });
  request.on("end", () => {
    got.push({
      id: String(headers["webhook-id"]),
      signature: String(headers["webhook-signature"]),
      at: String(headers["webhook-timestamp"]),
      body,
    });
    answer(response);
  });
});
await new Promise<void>((resolve) => void receiver.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});

/** A receiver that answers is waited for on a busy machine too. */
const run = (milliseconds = 10_000) =>
  createWebhookSender(
    kernel.worker,
    rules,
    milliseconds,
  )({}, { id: kernel.app.newId(), name: "webhook.send" });
const start = kernel.app.clock();
const pass = (seconds: number) => kernel.setNow(new Date(start.getTime() + seconds * 1000));
const list = (principal: Principal = admin.principal) => call(app, principal, listWebhooks, {});
const statesOf = async () => (await list()).deliveries.map(({ state }) => state);
const kinds = () => got.map(({ body }) => JSON.parse(body).type as string);

/** What a verb writes when it tells the owner of a posting. */
async function tell(kind: string, cause: string, postingId = posting.id): Promise<void> {
  const payload = { kind, causeKey: cause, path: "/desk", params: { title: "hush" }, postingId };
  await write("notice.deliver", payload);
}

async function write(name: string, payload: object): Promise<void> {
  await kernel.worker.pool.query(
    "insert into outbox (id, name, payload, run_at, created_at) values (gen_random_uuid(), $3, $1, $2, $2)",
    [payload, kernel.app.clock(), name],
  );
}

let secret = "";
beforeEach(async () => {
  kernel.setNow(start);
  got = [];
  answer = (response) => void response.writeHead(204).end();
  for (const { publicId } of (await list()).endpoints)
    await call(app, admin.principal, removeWebhook, { publicId });
  ({ secret } = await call(app, admin.principal, createWebhook, { url }));
});

it("[WH2] sends only kinds and ids, once for one cause, and signed", async () => {
  await tell("match.found", "a");
  await tell("match.found", "a");
  await tell("posting.expired", "b");
  await run();
  await run();
  expect(got).toHaveLength(1);
  const [{ id, at, body, signature }] = got as [Got];
  expect(JSON.parse(body)).toEqual({
    type: "match.found",
    timestamp: start.toISOString(),
    data: { kind: "posting", id: posting.publicId },
  });
  const signed = signEvent(secret, id, new Date(Number(at) * 1000), body);
  expect(signature).toBe(signed["webhook-signature"]);
});

it("[WH2] names returns by their own id, and nothing that does not exist", async () => {
  const nobody = kernel.app.newId();
  const about = { kind: "return.queried", causeKey: "r/1", path: "/returns/abcDEF", organizationId: firm.id };
  await write("notice.deliver", about);
  const asked = { kind: "introduction.received", causeKey: "i", path: "/introductions/x" };
  await write("notice.deliver", { ...asked, introductionId: nobody, side: "asked" });
  await write("release.print", { releaseId: nobody });
  await run();
  expect(got.map(({ body }) => JSON.parse(body).data)).toEqual([{ kind: "return", id: "abcDEF" }]);
});

it("[WH1] shows the secret once; another organization sees, sends and reads nothing", async () => {
  expect(JSON.stringify(await list())).not.toContain(secret);
  await tell("match.found", "a");
  const other = await addMember(kernel, await addOrganization(kernel));
  expect(await list(other.principal)).toEqual({ endpoints: [], deliveries: [] });
  const [mine] = (await list()).endpoints;
  const refused = call(app, other.principal, removeWebhook, { publicId: mine?.publicId ?? "" });
  await expect(refused).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await asRaw(kernel, admin, "select secret from webhook_endpoint")).toBe("42501");
  expect(await asRaw(kernel, other, "select id from webhook_delivery")).toBe("nothing");
  const editor = await addMember(kernel, firm, { role: "editor" });
  expect(await asRaw(kernel, editor, "select id from webhook_delivery")).toBe("nothing");
  await expect(list(editor.principal)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("[WH5] refuses a private address when it is registered and again when it is sent to", async () => {
  const refused = call(kernel.app, admin.principal, createWebhook, { url: "https://127.0.0.1/" });
  await expect(refused).rejects.toMatchObject({ faults: [{ field: "url", rule: "notPublic" }] });
  await tell("match.found", "a");
  const open = { ports: [Number(new URL(url).port)], testHosts: [] };
  await createWebhookSender(kernel.worker, open)({}, { id: kernel.app.newId(), name: "webhook.send" });
  expect(got).toEqual([]);
  expect(await statesOf()).toEqual(["waiting"]);
});

it("[WH3], [WH6] an answer of 500 is tried again under the same id, later each time, and keeps the order", async () => {
  answer = (response) => void response.writeHead(500).end();
  await tell("posting.returned", "a");
  await tell("posting.published", "b");
  await run();
  await run();
  expect(kinds()).toEqual(["posting.returned"]);
  pass(31);
  await run();
  expect(got).toHaveLength(2);
  pass(61);
  await run();
  expect(got).toHaveLength(2);
  answer = (response) => void response.writeHead(200).end();
  pass(95);
  await run();
  expect(kinds()).toEqual(["posting.returned", "posting.returned", "posting.returned", "posting.published"]);
  expect(new Set(got.map(({ id }) => id)).size).toBe(2);
});

it("[WH3] two workers at once send each event once", async () => {
  const others = await Promise.all(Array.from({ length: 6 }, () => addPosting(kernel, admin, "need")));
  await run();
  got = [];
  for (const { id } of others)
    for (const cause of ["x", "y"]) await tell("match.found", `${id}/${cause}`, id);
  await Promise.all([run(), run(), run()]);
  await run();
  expect(got).toHaveLength(12);
  expect(new Set(got.map(({ id }) => id)).size).toBe(12);
});

it("[WH3] an address that does not answer is asked once at a time and holds back nobody else", async () => {
  const others = await Promise.all(Array.from({ length: 12 }, () => addPosting(kernel, admin, "need")));
  const quick = await addMember(kernel, await addOrganization(kernel));
  await call(app, quick.principal, createWebhook, { url });
  const own = await addPosting(kernel, quick, "need");
  await run();
  got = [];
  for (const { id } of others) await tell("match.found", `${id}/slow`, id);
  const causes = ["p", "q", "r"];
  for (const cause of causes) await tell("match.found", cause, own.id);
  const slow: ServerResponse[] = [];
  answer = (response) => {
    const ids = got.map(({ body }) => JSON.parse(body).data.id);
    if (ids.at(-1) === own.publicId) response.writeHead(204).end();
    else slow.push(response);
    if (ids.filter((id) => id === own.publicId).length === causes.length)
      for (const one of slow.splice(0)) one.writeHead(500).end();
  };
  await run();
  expect(got).toHaveLength(causes.length + 1);
  expect((await list(quick.principal)).deliveries.map(({ state }) => state)).not.toContain("waiting");
  expect((await list()).deliveries.filter(({ state }) => state === "waiting")).toHaveLength(others.length);
});

it("[WH5], [WH6] a slow receiver is not waited for, a redirect not followed", async () => {
  answer = () => undefined;
  await tell("match.found", "slow");
  await run(300);
  expect(await statesOf()).toEqual(["waiting"]);
  answer = (response) => void response.writeHead(302, { location: url }).end();
  pass(40);
  await run();
  expect(got).toHaveLength(2);
  expect((await list()).deliveries).toMatchObject([{ state: "waiting", status: 302, attempts: 2 }]);
});

it("[WH6] a dead receiver ends as a dead letter, which a replay sends under its own id", async () => {
  answer = (response) => void response.destroy();
  await tell("match.found", "dead");
  for (let attempt = 0; attempt < 22; attempt += 1) {
    pass(attempt * 3700);
    await run();
  }
  expect(got).toHaveLength(20);
  const [dead] = (await list()).deliveries;
  expect(dead).toMatchObject({ state: "dead", attempts: 20, status: null });
  answer = (response) => void response.writeHead(202).end();
  await call(app, admin.principal, replayWebhook, { id: dead?.id ?? "" });
  await run();
  expect(await statesOf()).toEqual(["sent"]);
  expect(new Set(got.map(({ id }) => id)).size).toBe(1);
});

it("[WH5] an address with a closed port is refused by name, and events of a registered one are dead at once", async () => {
  const register = (address: string) => call(app, admin.principal, createWebhook, { url: address });
  await expect(register("https://93.184.215.14:8443/")).rejects.toMatchObject({
    faults: [{ field: "url", rule: "portClosed", params: { ports: "443" } }],
  });
  await register("https://93.184.215.14/");
  await kernel.ownerRows(
    "update webhook_endpoint set url = 'https://93.184.215.14:22/' where url like '%14/'",
  );
  await tell("match.found", "port");
  await run();
  const closed = { url: "https://93.184.215.14:22/", portClosed: true };
  const open = { url, portClosed: false };
  expect((await list()).endpoints).toMatchObject([open, closed]);
  expect((await list()).deliveries).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ...open, state: "sent" }),
      expect.objectContaining({ ...closed, state: "dead", attempts: 1, status: null }),
    ]),
  );
});

it("[WH6] what happens while an address is paused waits for it", async () => {
  const [mine] = (await list()).endpoints;
  const publicId = mine?.publicId ?? "";
  await call(app, admin.principal, pauseWebhook, { publicId, paused: true });
  await tell("match.found", "paused");
  await run();
  expect(got).toEqual([]);
  await call(app, admin.principal, pauseWebhook, { publicId, paused: false });
  await run();
  expect(got).toHaveLength(1);
});
