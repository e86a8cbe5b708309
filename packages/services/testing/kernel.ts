import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPool, type Database, toDatabase } from "@lilink/db";
import { createTestDatabase, type TestDatabase } from "@lilink/db/testing";
import { afterAll } from "vitest";
import { openGuard } from "../src/ground/process/open-guard.ts";
import type { Kernel } from "../src/kernel/context.ts";
import { createIdentity, type IdentitySettings, noIdentity } from "../src/kernel/identity.ts";
import { createKernel } from "../src/kernel/kernel.ts";
import { keepWebKey } from "../src/platform/reference/keep-web-key.ts";

/** A kernel as the web has it, its worker twin, and the owner's view for setting up and looking behind. */
export type TestKernel = {
  readonly app: Kernel;
  readonly worker: Kernel;
  readonly owner: Database;
  readonly database: TestDatabase;
  /** The server of batteries, where it is another. */
  readonly trace?: TestDatabase | undefined;
  /** One statement of the owner's in plain SQL, for what no verb leaves behind. One that has a name is planned once. */
  readonly ownerRows: <T>(text: string, values?: readonly unknown[], name?: string) => Promise<T[]>;
  /** Moves the clock of both kernels. */
  readonly setNow: (now: Date) => void;
};

const testIdentity: IdentitySettings = {
  authSecret: "a secret of the tests, at least 32 characters",
  publicUrl: "http://localhost:3999",
  passwordProfile: "asvs",
  factorDemand: "nobody",
};

/** Call once at the top of a test file; everything is closed after the file. */
export async function createTestKernel(
  start = new Date("2026-11-24T02:00:00Z"),
  given: Partial<IdentitySettings> = {},
  /** Makes a server of batteries of its own. */
  openTrace?: (product: TestDatabase) => Promise<TestDatabase>,
): Promise<TestKernel> {
  const database = await createTestDatabase();
  const files = mkdtempSync(join(tmpdir(), "lilink-files-"));
  const guard = openGuard({ sealKeys: [{ id: "test", key: new Uint8Array(32).fill(7) }] });
  let now = start;
  const bound = [database.appUrl, database.workerUrl].map((url) => createPool({ url, max: 6, bound: true }));
  const pools = [...bound, createPool({ url: database.ownerUrl, max: 6 })];
  const trace = await openTrace?.(database);
  const tracePools = (trace ? [trace.appUrl, trace.workerUrl] : []).map((url) =>
    createPool({ url, max: 6, bound: true }),
  );
  const [app, worker, owner] = pools;
  if (!app || !worker || !owner) throw new Error("three pools");
  afterAll(async () => {
    await Promise.all([...pools, ...tracePools].map((pool) => pool.end()));
    rmSync(files, { recursive: true, force: true });
  });
  const identity = { ...testIdentity, ...given };
  await keepWebKey(toDatabase(owner), identity.authSecret);
  return {
    app: createKernel(app, files, () => now, createIdentity(identity), guard, tracePools[0]),
    worker: createKernel(worker, files, () => now, noIdentity, guard, tracePools[1]),
    owner: toDatabase(owner),
    database,
    trace,
    ownerRows: async <T>(text: string, values: readonly unknown[] = [], name?: string) =>
      (await owner.query({ text, values: [...values], name })).rows as T[],
    setNow: (next) => {
      now = next;
    },
  };
}
