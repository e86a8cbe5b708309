import { membership, outbox, person } from "@lilink/db/schema";
import type { OrganizationDuty } from "@lilink/model/organization";
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  asRaw,
  createTestKernel,
  type TestMember,
  type TestOrganization,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { startExport } from "../../platform/audit/export-chains.ts";
import { searchEntries } from "../../platform/audit/list-entries.ts";
import { openEmergency } from "../../platform/emergency/open-emergency.ts";
import { readEmergencyPosting } from "../../platform/emergency/read-posting.ts";
import { findAccount, manageAccount } from "./manage-accounts.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const operator = await addOrganization(kernel, { kind: "operator" });
const office = (duty: OrganizationDuty) => addMember(kernel, operator, { role: "editor", duties: [duty] });
const join = ({ id }: TestOrganization, { personId }: TestMember) =>
  owner.insert(membership).values({ organizationId: id, personId, role: "viewer", createdAt: app.clock() });
const firm = await addOrganization(kernel, { offers: ["ncm811"], name: "Firm (fictional)" });
const rival = await addOrganization(kernel, { offers: ["ncm523"] });
const neutral = await addOrganization(kernel, { offers: ["artificial-graphite"] });
const reason = "a fault of the import, ticket 42";
const kept = { code: "CONFLICT_OF_INTEREST" };

it("[PL12] a system administrator who belongs to a firm opens neither it nor its competitors, and the others see the tie", async () => {
  const torn = await office("system_admin");
  const theirs = await addMember(kernel, rival);
  const posting = await addPosting(kernel, theirs, "capability");
  const open = (of: TestOrganization) =>
    call(app, torn.principal, openEmergency, { organization: of.publicId, reason, minutes: 30 });
  const { publicId } = await open(rival);
  const read = () => call(app, torn.principal, readEmergencyPosting, { publicId, posting: posting.publicId });
  expect((await read()).content.price).toBe("PRICE-SECRET");

  await join(firm, torn);
  await expect(read()).rejects.toMatchObject({ code: "NOT_FOUND" });
  for (const of of [firm, rival]) {
    await expect(open(of)).rejects.toMatchObject(kept);
    const past = `select app.break_glass(gen_random_uuid(), 'raw', '${of.publicId}', '${reason}', now(), 30)`;
    expect(await asRaw(kernel, torn, past)).toBe("42501");
  }
  await open(neutral);
  const jobs = await owner.select({ payload: outbox.payload }).from(outbox);
  const told = jobs.filter(({ payload }) => payload.kind === "emergency.opened");
  const bodies = told.map(({ payload }) => (payload.params as { bodies?: string }).bodies);
  expect(bodies).toEqual([undefined, "Firm (fictional)"]);
});

it("[PL12] a security administrator touches no account of somebody from the firm or its competitors", async () => {
  const torn = await office("security_admin");
  await join(firm, torn);
  for (const [of, barred] of [
    [rival, true],
    [firm, true],
    [neutral, false],
  ] as const) {
    const { email, personId } = await addMember(kernel, of);
    const [row] = await owner.select().from(person).where(eq(person.id, personId));
    const publicId = row?.publicId ?? "";
    const find = call(app, torn.principal, findAccount, { email });
    const lock = () => call(app, torn.principal, manageAccount, { publicId, act: "lock", reason });
    if (barred) {
      await expect(find).rejects.toMatchObject(kept);
      await expect(lock()).rejects.toMatchObject(kept);
      const past = `select app.manage_account('${publicId}', 'lock', now())`;
      expect(await asRaw(kernel, torn, past)).toBe("42501");
    } else {
      expect(await find).toMatchObject({ email });
      await lock();
    }
  }
});

it("[PL12] an audit administrator of two bodies reads the audit of nobody, for a year after the other one too", async () => {
  const torn = await office("audit_admin");
  await call(app, torn.principal, searchEntries, {});
  await join(neutral, torn);
  const refused = async () => {
    await expect(call(app, torn.principal, searchEntries, {})).rejects.toMatchObject(kept);
    await expect(call(app, torn.principal, startExport, {})).rejects.toMatchObject(kept);
    for (const table of ["audit_entry", "audit_head", "audit_checkpoint"])
      expect(await asRaw(kernel, torn, `select 1 from ${table} limit 1`)).toBe("nothing");
  };
  await refused();
  const of = and(eq(membership.organizationId, neutral.id), eq(membership.personId, torn.personId));
  await owner.update(membership).set({ active: false }).where(of);
  await refused();
});
