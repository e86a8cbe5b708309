import { join } from "node:path";
import { migrateTrace } from "@lilink/db";
import { startThrowaway } from "@lilink/db/embedded";
import type { TestDatabase } from "@lilink/db/testing";
import { afterAll } from "vitest";

/** A second PostgreSQL for batteries alone, migrated as the product does it; it ends after the file. */
export async function createTraceServer(product: TestDatabase): Promise<TestDatabase> {
  const server = await startThrowaway();
  afterAll(() => server.stop());
  const home = join(import.meta.dirname, "../../db");
  await migrateTrace(server.url("owner"), product.ownerUrl, home, []);
  return { ownerUrl: server.url("owner"), appUrl: server.url("app"), workerUrl: server.url("worker") };
}
