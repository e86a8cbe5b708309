import { webhookEndpoint } from "@lilink/db/schema";
import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { addMember, addOrganization, createTestKernel } from "../../../testing/index.ts";
import { openGuard } from "../../ground/process/open-guard.ts";
import { createSeals, type SealKey } from "../../ground/seal/create-seals.ts";
import { call } from "../../kernel/call.ts";
import { leaseDeliveries } from "./lease-deliveries.ts";
import { createWebhook } from "./manage-endpoints.ts";
import { resealSecrets } from "./reseal-secrets.ts";

const keyOf = (id: string, byte: number): SealKey => ({ id, key: new Uint8Array(32).fill(byte) });
const [old, next] = [keyOf("old", 1), keyOf("new", 2)];
const sender = { kind: "job", job: "webhook.send" } as const;

const kernel = await createTestKernel();
const admin = await addMember(kernel, await addOrganization(kernel));
const within = <K extends typeof kernel.app>(of: K, ...keys: SealKey[]) => ({
  ...of,
  guard: { ...openGuard({ sealKeys: keys }), webhookTargets: { ports: [443], testHosts: ["127.0.0.1"] } },
});

async function register(...keys: SealKey[]) {
  const made = await call(within(kernel.app, ...keys), admin.principal, createWebhook, {
    url: "http://127.0.0.1:9/",
  });
  const read = async () => {
    const [row] = await kernel.owner.select().from(webhookEndpoint).where(eq(webhookEndpoint.id, made.id));
    if (!row) throw new Error("no row");
    return row;
  };
  return { ...made, read };
}

/** An event for the address, as the worker with these keys would send it. */
async function leasedSecret(id: string, ...keys: SealKey[]) {
  await kernel.owner.execute(sql`insert into webhook_delivery
    (id, endpoint_id, organization_id, event_id, kind, subject_kind, subject_id, cause_key, next_at, created_at)
    select gen_random_uuid(), id, organization_id, gen_random_uuid(), 'match.found', 'posting', gen_random_uuid()::text,
      gen_random_uuid()::text, ${kernel.app.clock().toISOString()}::timestamptz, now() from webhook_endpoint where id = ${id}::uuid`);
  const events = await call(within(kernel.worker, ...keys), sender, leaseDeliveries, {});
  return events.find((one) => one.endpointId === id)?.secret;
}

it("[WH7] a secret opens for its own address alone, under its own key alone, and not when it was changed", () => {
  const seals = createSeals([old]);
  const sealed = seals.seal("whsec_hush", "one");
  expect(sealed).not.toContain("hush");
  expect(seals.seal("whsec_hush", "one")).not.toBe(sealed);
  expect(seals.open(sealed, "one")).toBe("whsec_hush");
  expect(seals.open(sealed, "two")).toBeNull();
  expect(seals.open(`${sealed.slice(0, -2)}AA`, "one")).toBeNull();
  expect(seals.open("s1.old", "one")).toBeNull();
  expect(createSeals([next]).open(sealed, "one")).toBeNull();
  expect(createSeals([next, old]).open(sealed, "one")).toBe("whsec_hush");
  expect(createSeals([keyOf("old", 3)]).open(sealed, "one")).toBeNull();
});

it("[WH7] nothing of a secret lies in the database, and the worker signs with it", async () => {
  const { id, secret, read } = await register(old);
  const row = await read();
  expect(JSON.stringify(row)).not.toContain(secret.slice("whsec_".length, -1));
  expect(await leasedSecret(id, old)).toBe(secret);
  expect(await leasedSecret(id, next)).toBeNull();
});

it("[WH7] without a key no address is registered", async () => {
  await expect(register()).rejects.toMatchObject({ code: "UNAVAILABLE" });
});

it("[WH7] what lay in plain is sealed, an earlier key's seal is renewed, and again changes nothing", async () => {
  const plain = await register(old);
  await kernel.owner
    .update(webhookEndpoint)
    .set({ secret: plain.secret, sealed: null })
    .where(eq(webhookEndpoint.id, plain.id));
  expect(await leasedSecret(plain.id, old)).toBe(plain.secret);
  const reseal = (...keys: SealKey[]) => call(within(kernel.worker, ...keys), sender, resealSecrets, {});
  expect(await reseal(old)).toEqual({ sealed: 1, unknown: 0 });
  expect(await plain.read()).toMatchObject({ secret: "", sealed: expect.stringMatching(/^s1\.old\./) });
  const turned = await reseal(next, old);
  expect(turned.sealed).toBeGreaterThan(0);
  expect((await plain.read()).sealed).toMatch(/^s1\.new\./);
  expect(await reseal(next, old)).toEqual({ sealed: 0, unknown: 0 });
  expect(await leasedSecret(plain.id, next)).toBe(plain.secret);
  expect((await reseal(keyOf("other", 9))).unknown).toBeGreaterThan(0);
});

it("[WH7] a worker of the release before does not see an address that it could not sign for", async () => {
  const { id } = await register(old);
  const before = await kernel.worker.pool.query("select 1 from webhook_endpoint where id = $1", [id]);
  expect(before.rowCount).toBe(0);
});
