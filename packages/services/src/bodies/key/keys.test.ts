import { apiKey, organization } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { addMember, addOrganization, createTestKernel } from "../../../testing/index.ts";
import { createPosting } from "../../exchange/posting/create-posting.ts";
import { call } from "../../kernel/call.ts";
import { hashToken } from "../../kernel/token.ts";
import { listOrganizations } from "../organization/list-organizations.ts";
import { createKey, listKeys, revokeKey } from "./manage-keys.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const firm = await addOrganization(kernel);
const admin = await addMember(kernel, firm);
const make = (given: { expiresOn?: string; scopes?: ("postings:write" | "organizations:read")[] } = {}) =>
  call(app, admin.principal, createKey, {
    name: "ERP",
    scopes: given.scopes ?? ["organizations:read"],
    expiresOn: given.expiresOn ?? null,
  });
const use = (key: string) => call(app, { kind: "key", keyHash: hashToken(key) }, listOrganizations, {});
const draft = (key: string) =>
  call(app, { kind: "key", keyHash: hashToken(key) }, createPosting, { kind: "need" });

it("[PE5] is shown once and stored as a hash", async () => {
  const { key, publicId } = await make();
  expect(key).toMatch(/^llk_[\w-]{32}$/);
  expect(JSON.stringify(await owner.select().from(apiKey))).not.toContain(key);
  const listed = await call(app, admin.principal, listKeys, {});
  expect(JSON.stringify(listed)).not.toContain(hashToken(key));
  expect(listed.find((one) => one.publicId === publicId)).toMatchObject({ prefix: key.slice(0, 8) });
});

it("[PE5] acts only within its scopes", async () => {
  const { key } = await make();
  await use(key);
  await expect(draft(key)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const { key: writer } = await make({ scopes: ["postings:write"] });
  await draft(writer);
  await expect(use(writer)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("[PE5] stops when it is revoked or expired, and with its organization", async () => {
  const { key, publicId } = await make({ scopes: ["postings:write"] });
  const { key: short } = await make({ scopes: ["postings:write"], expiresOn: "2026-11-24" });
  const { key: third } = await make({ scopes: ["postings:write"] });
  await draft(short);
  await call(app, admin.principal, revokeKey, { publicId });
  await expect(draft(key)).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
  const start = app.clock();
  kernel.setNow(new Date("2026-11-24T16:00:00Z"));
  await expect(draft(short)).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
  await expect(make({ expiresOn: "2026-11-24" })).rejects.toMatchObject({
    faults: [{ field: "expiresOn", rule: "dateInPast" }],
  });
  kernel.setNow(start);
  await owner.update(organization).set({ status: "suspended" }).where(eq(organization.id, firm.id));
  await expect(draft(third)).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
  await owner.update(organization).set({ status: "verified" }).where(eq(organization.id, firm.id));
});

it("[PL1] only administrators of a verified organization make one", async () => {
  const editor = await addMember(kernel, firm, { role: "editor" });
  const fresh = await addMember(kernel, await addOrganization(kernel, { status: "pending" }));
  for (const member of [editor, fresh]) {
    await expect(
      call(app, member.principal, createKey, { name: "ERP", scopes: ["goals:read"] }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});
