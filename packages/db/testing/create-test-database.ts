import { randomBytes } from "node:crypto";
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
  const server = inject("testServer");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await withClient(server.superuser, async (client) => {
    await client.query(`create database ${name} template ${TEMPLATE} owner lilink_owner`);
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
