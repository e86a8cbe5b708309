import { apiScopes } from "@lilink/model/policy";
import {
  call,
  createKey,
  listOwnPostings,
  Market,
  seedDemo,
  seedReference,
  seedSeries,
} from "@lilink/services";
import { adoptDefinitions, createTestKernel, rankPosting } from "@lilink/services/testing";
import { expect, it } from "vitest";
import { createRestClient } from "../../testing/rest.ts";

const kernel = await createTestKernel();
const { ask, reported } = createRestClient(kernel);
await seedReference(kernel.owner, kernel.app);
await seedSeries(kernel.worker);
await adoptDefinitions(kernel);
const people = await seedDemo({ owner: kernel.owner, app: kernel.app, passwordOf: () => "only for 1 test" });
const firms = new Map(
  people?.flatMap((one) => (one.role === "admin" ? [[one.organizationId, one] as const] : [])),
);

/** Every item of a list, page by page. */
async function readAll(key: string | null, address: string): Promise<{ readonly publicId: string }[]> {
  const items: { readonly publicId: string }[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page = await ask(key, "GET", `${address}?limit=30${cursor ? `&cursor=${cursor}` : ""}`);
    expect(page.status, address).toBe(200);
    items.push(...page.body.items);
    cursor = page.body.nextCursor;
  }
  return items;
}

/** Reads each item of a list at its own address. */
async function readEach(key: string | null, list: string, address: (publicId: string) => string) {
  for (const { publicId } of await readAll(key, list))
    expect((await ask(key, "GET", address(publicId))).status, address(publicId)).toBe(200);
}

it("[RE7] the whole demo reads through every shape", { timeout: 120_000 }, async () => {
  expect(firms.size).toBeGreaterThan(2);
  const market = new Market();
  const keys: string[] = [];
  for (const { personId, organizationId } of firms.values()) {
    const principal = { kind: "member", personId, organizationId } as const;
    const { items } = await call(kernel.app, principal, listOwnPostings, { limit: 100 });
    for (const { id } of items) {
      await rankPosting(kernel, market, id);
    }
    const wanted = { name: "ERP", scopes: [...apiScopes] };
    // An organization that is not verified has no keys.
    const made = await call(kernel.app, principal, createKey, wanted).catch(() => null);
    if (made) keys.push(made.key);
  }
  let counterparts = 0;
  let returns = 0;
  for (const key of keys) {
    for (const { publicId } of (await ask(key, "GET", "/returns")).body.items) {
      expect((await ask(key, "GET", `/returns/${publicId}`)).status, publicId).toBe(200);
      returns += 1;
    }
    await readEach(key, "/introductions", (id) => `/introductions/${id}`);
    await readEach(key, "/own/postings", (id) => `/postings/${id}/draft`);
    for (const { publicId } of await readAll(key, "/own/postings")) {
      const found = await ask(key, "GET", `/postings/${publicId}/matches`);
      expect(found.status).toBe(200);
      counterparts += found.body.matches.length;
    }
  }
  expect(counterparts).toBeGreaterThan(0);
  expect(returns).toBeGreaterThan(10);
  for (const reader of [null, keys[0] ?? ""]) await readEach(reader, "/postings", (id) => `/postings/${id}`);
  await readEach(null, "/organizations", (id) => `/organizations/${id}`);
  expect((await ask(null, "GET", "/indicators/RES-01")).body.series.length).toBeGreaterThan(0);
  expect(reported).toEqual([]);
});
