import { createTestDatabase } from "@lilink/db/testing";
import type {} from "@lilink/db/testing/global-setup";
import { expect, inject, it } from "vitest";
import { listConcepts } from "../exchange/chain/list-concepts.ts";
import { openKernel } from "../ground/process/open-kernel.ts";
import { call } from "./call.ts";

const database = await createTestDatabase();

/** What a process with this address can do: its readiness, and a call of anybody. */
async function tryAs(url: string) {
  const kernel = openKernel({ databaseUrl: url, filesFolder: "/nowhere", clock: () => new Date(0) });
  const ready = await kernel.pool.query("select 1").then(() => "ready", String);
  const answer = await call(kernel, { kind: "anonymous" }, listConcepts, {}).then(
    () => "answered",
    (error: { code: string }) => error.code,
  );
  await kernel.pool.end();
  return { ready, answer };
}

it("[PL8] the app and worker roles may serve, because row security binds them", async () => {
  expect(await tryAs(database.appUrl)).toEqual({ ready: "ready", answer: "answered" });
});

it("[PL8] the owner of the tables is refused with one log line, and nothing is served", async () => {
  const owner = await tryAs(database.ownerUrl);
  expect(owner.answer).toBe("UNAVAILABLE");
  expect(owner.ready).toMatch(
    /^RoleError: DATABASE_URL signs in as lilink_owner, which owns the tables: [^\n]+$/,
  );
});

it("[PL8] a superuser is refused", async () => {
  const url = new URL(inject("testServer").superuser);
  url.pathname = new URL(database.appUrl).pathname;
  const superuser = await tryAs(url.href);
  expect(superuser.answer).toBe("UNAVAILABLE");
  expect(superuser.ready).toMatch(/which bypasses row security/);
});
