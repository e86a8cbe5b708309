import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, inject } from "vitest";
import type {} from "./global-setup.ts";
import { TEMPLATE, withClient } from "./template.ts";

export type TestDatabase = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
};

/**
 * A migrated database of this test file's own. Call it once at the top level of the file; it is dropped after
 * the file's other hooks have run. Needs the global set-up of `@lilink/db/testing/global-setup`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  return createFrom(TEMPLATE);
}

/** An empty database, as an operator hands it over. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return createFrom("template1");
}

/** A database as the last version before the baseline left it: 50 migrations, the demo, and a row in every table. */
export async function createOldDatabase(): Promise<TestDatabase> {
  const database = await createEmptyDatabase();
  const dump = gunzipSync(readFileSync(join(import.meta.dirname, "before-baseline.sql.gz"))).toString();
  await withClient(database.ownerUrl, (client) => client.query(dump));
  return database;
}

async function createFrom(template: string): Promise<TestDatabase> {
  const server = inject("testServer");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await withClient(server.superuser, async (client) => {
    await client.query(`create database ${name} template ${template} owner lilink_owner`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to lilink_app, lilink_worker`);
  });
  afterAll(() =>
    withClient(server.superuser, async (client) => {
      await client.query(`drop database if exists ${name} with (force)`);
    }),
  );
  return {
    ownerUrl: server.owner + name,
    appUrl: server.app + name,
    workerUrl: server.worker + name,
  };
}
