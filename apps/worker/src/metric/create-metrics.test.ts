import type { AddressInfo } from "node:net";
import { createPool } from "@lilink/db";
import { createTestDatabase } from "@lilink/db/testing";
import { serveMetrics } from "@lilink/watch";
import { afterAll, expect, it } from "vitest";
import { installJobs } from "../job/install.ts";
import { createMetrics } from "./create-metrics.ts";

const database = await createTestDatabase();
await installJobs(database.ownerUrl, ["webhook.send"]);
const pool = createPool({ url: database.workerUrl, max: 2 });
const server = await serveMetrics(createMetrics(pool), 0);
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const secret = "hush-4711";
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it("[OB1] shows what waits, only on this machine, without ids and contents", async () => {
  await pool.query(
    "insert into outbox (id, name, payload, run_at, created_at) values (gen_random_uuid(), 'notice.deliver', $1, now() - interval '1 minute', now())",
    [{ kind: "match.found", note: secret }],
  );
  const text = await (await fetch(`${url}/metrics`)).text();
  expect(text).toMatch(/^lilink_outbox_waiting 1$/m);
  expect(Number(/^lilink_outbox_age_seconds (\S+)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(60);
  expect(text).toMatch(/^lilink_database_up 1$/m);
  expect(text).toMatch(/^process_resident_memory_bytes /m);
  expect(text).not.toMatch(/[\da-f]{8}-[\da-f]{4}-/);
  expect(text).not.toContain(secret);
  expect((await fetch(`${url}/`)).status).toBe(404);
});

it("[OB1] says that the database does not answer instead of failing", async () => {
  await pool.end();
  expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^lilink_database_up 0$/m);
});
