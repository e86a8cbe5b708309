import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  call,
  callJob,
  computeMatches,
  createPosting,
  Market,
  publishPosting,
  submitPosting,
} from "@lilink/services";
import {
  addMember,
  addOfficer,
  addOrganization,
  createTestKernel,
  sampleContent,
} from "@lilink/services/testing";
import { inSpan, startTracing, type Tracing } from "@lilink/watch";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { installJobs } from "./job/install.ts";
import { startWorker } from "./start-worker.ts";

type Span = {
  readonly traceId: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
};
type Sent = {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[];
};

const token = "hush-4711-token";
const spans: Span[] = [];
let text = "";
const collector = createServer((request, response) => {
  let body = "";
  request.on("data", (part) => {
    body += part;
  });
  request.on("end", () => {
    text += body;
    const { resourceSpans } = JSON.parse(body) as Sent;
    spans.push(...resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans)));
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
});
const kernel = await createTestKernel();
let tracing: Tracing | null = null;
let running: Awaited<ReturnType<typeof startWorker>>;

beforeAll(async () => {
  await new Promise<void>((resolve) => void collector.listen(0, "127.0.0.1", resolve));
  await installJobs(kernel.database.ownerUrl, ["posting.match"]);
  const market = new Market();
  running = await startWorker({
    url: kernel.database.workerUrl,
    directUrl: kernel.database.workerUrl,
    handlers: {
      "posting.match": (payload, job) =>
        callJob(kernel.worker, job, computeMatches(market), payload as { postingId: string }),
    },
    log: pino({ level: "silent" }),
  });
});
afterAll(async () => {
  await running.stop();
  await tracing?.stop();
  collector.close();
});

async function publishOne(): Promise<void> {
  const author = await addMember(kernel, await addOrganization(kernel));
  const officer = await addOfficer(kernel);
  const content = {
    ...sampleContent({ title: token, summary: `${token} of a sufficient length.`, price: token }),
  };
  const { publicId } = await call(kernel.app, author.principal, createPosting, { kind: "need", content });
  await call(kernel.app, author.principal, submitPosting, { publicId });
  await inSpan("POST call", { kind: "served" }, () =>
    call(kernel.app, officer.principal, publishPosting, { publicId }),
  );
}

it("[OB3] traces and sends nothing where no collector is configured", async () => {
  expect(startTracing("lilink-test", undefined)).toBeNull();
  await publishOne();
  const { rows } = await kernel.worker.pool.query("select 1 from pgboss.job where data ? 'traceparent'");
  expect(rows).toEqual([]);
  // The next test hears of its own job alone.
  const waiting = () => kernel.worker.pool.query("select 1 from pgboss.job where state < 'completed'");
  await expect.poll(async () => (await waiting()).rows, { timeout: 15_000 }).toEqual([]);
  expect(text).toBe("");
});

it("[OB2] one trace leads from a request through verb, statements and outbox to the worker's job", async () => {
  const { port } = collector.address() as AddressInfo;
  tracing = startTracing("lilink-test", `http://127.0.0.1:${port}`, 50);
  await publishOne();
  const named = (name: string) => spans.filter((span) => span.name === name);
  // The request may be told of later than the job that it led to.
  const told = () => ["job posting.match", "POST call"].map((name) => named(name).length);
  await expect.poll(told, { timeout: 15_000 }).toEqual([1, 1]);
  const [request] = named("POST call");
  const missing = () =>
    ["posting.publish", "sql INSERT", "job posting.match", "posting.match"].filter(
      (name) => !named(name).some(({ traceId }) => traceId === request?.traceId),
    );
  await expect.poll(missing, { timeout: 15_000 }).toEqual([]);
});

it("[OB3] a span holds names, outcomes and statements without values", () => {
  const keys = new Set(spans.flatMap(({ attributes }) => attributes.map(({ key }) => key)));
  // The queue tells of itself: which queue, and the number of a job.
  const own = [...keys].filter((key) => !/^(?:messaging|pgboss)\.|^db\.namespace$/.test(key));
  expect(own.sort()).toEqual(["db.query.text", "db.system.name", "lilink.outcome", "lilink.verb"]);
  expect(text).not.toContain(token);
  const statements = spans.flatMap(({ attributes }) =>
    attributes.filter(({ key }) => key === "db.query.text").map(({ value }) => value.stringValue ?? ""),
  );
  expect(statements.length).toBeGreaterThan(5);
  for (const statement of statements) expect(statement).not.toMatch(/'|[\da-f]{8}-[\da-f]{4}-/);
});
