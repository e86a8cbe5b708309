import { disclosureRead, membership, outbox, person } from "@lilink/db/schema";
import type { OrganizationDuty } from "@lilink/model/organization";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addAuthenticator,
  addMember,
  addOrganization,
  addPassword,
  addPosting,
  asRaw,
  createTestKernel,
  signIn,
} from "../../../testing/index.ts";
import { listDisclosures } from "../../exchange/disclosure/list-disclosures.ts";
import { call } from "../../kernel/call.ts";
import { closeEmergency, listEmergencies, openEmergency } from "../../platform/emergency/open-emergency.ts";
import { listEmergencyPostings, readEmergencyPosting } from "../../platform/emergency/read-posting.ts";
import { loadSystem } from "../../platform/system/load-system.ts";
import { loadViewer } from "../viewer/load-viewer.ts";
import { findAccount, manageAccount } from "./manage-accounts.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const operator = await addOrganization(kernel, { kind: "operator" });
const office = (duty: OrganizationDuty) => addMember(kernel, operator, { role: "editor", duties: [duty] });
const [system, security, audit] = [
  await office("system_admin"),
  await office("security_admin"),
  await office("audit_admin"),
];
const firm = await addOrganization(kernel);
const reason = "a fault of the import, ticket 42";

describe("the three administrators", () => {
  it("[ID8] each have their own office, and no one else has any of them", async () => {
    const boss = await addMember(kernel, operator);
    const outsider = await addMember(kernel, firm, { duties: ["system_admin", "security_admin"] }).catch(
      () => null,
    );
    expect(outsider).toBeNull();
    for (const { principal } of [security, audit, boss])
      await expect(call(app, principal, loadSystem, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const { principal } of [system, audit, boss])
      await expect(call(app, principal, findAccount, { email: "x@test.example" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    expect(await call(app, system.principal, loadSystem, {})).toMatchObject({ workers: 0 });
  });

  it("[ID8] are three people, whoever writes the duties, also over two memberships", async () => {
    const twice = owner
      .update(membership)
      .set({ duties: ["system_admin", "audit_admin"] })
      .where(eq(membership.personId, system.personId));
    await expect(twice).rejects.toThrow();
    const second = owner.insert(membership).values({
      organizationId: (await addOrganization(kernel, { kind: "operator" })).id,
      personId: security.personId,
      role: "editor",
      duties: ["audit_admin"],
      createdAt: app.clock(),
    });
    await expect(second).rejects.toThrow();
  });

  it("[ID8] the database asks for the office by itself", async () => {
    const sneak = (sql: string) => asRaw(kernel, system, sql);
    expect(await sneak("select * from app.find_account('x@test.example', now())")).toBe("42501");
    expect(await asRaw(kernel, security, "select * from app.system_state(now())")).toBe("42501");
  });
});

describe("the security administrator", () => {
  it("[ID8] locks, unlocks, signs out and removes factors, with a reason, and notifies the person", async () => {
    const member = await addMember(kernel, firm);
    await addPassword(kernel, member);
    const claim = await signIn(kernel, member.email);
    await addAuthenticator(kernel, claim);
    const seen = await call(app, security.principal, findAccount, { email: member.email.toUpperCase() });
    expect(seen).toMatchObject({ email: member.email, sessions: 1, factors: 1, own: false });
    const act = (what: "lock" | "unlock" | "endSessions" | "resetFactors") =>
      call(app, security.principal, manageAccount, { publicId: seen?.publicId ?? "", act: what, reason });
    await act("resetFactors");
    expect(await call(app, claim, loadViewer, {})).toBeNull();
    const again = await signIn(kernel, member.email);
    await act("lock");
    expect(await call(app, again, loadViewer, {})).toBeNull();
    await expect(signIn(kernel, member.email)).rejects.toThrow(/refused/);
    await act("unlock");
    expect(await call(app, await signIn(kernel, member.email), loadViewer, {})).not.toBeNull();
    const told = (await owner.select({ payload: outbox.payload }).from(outbox)).filter(
      ({ payload }) => payload.kind === "account.security" && payload.personId === member.personId,
    );
    expect(told.map(({ payload }) => (payload.params as { change: string }).change)).toEqual(
      expect.arrayContaining(["reset", "locked", "unlocked"]),
    );
  });

  it("[ID8] does nothing to the own account, and nothing without a reason", async () => {
    const [own] = await owner.select().from(person).where(eq(person.id, security.personId));
    const given = { publicId: own?.publicId ?? "", act: "unlock" as const };
    await expect(call(app, security.principal, manageAccount, { ...given, reason })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(
      call(app, security.principal, manageAccount, { ...given, reason: "why" }),
    ).rejects.toMatchObject({
      faults: [{ field: "reason", rule: "tooShort" }],
    });
  });
});

describe("an emergency", () => {
  it("[ID9] opens one organization for a time, notifies its administrators, and logs each reading for it", async () => {
    const author = await addMember(kernel, firm);
    const posting = await addPosting(kernel, author, "capability");
    const opened = await call(app, system.principal, openEmergency, {
      organization: firm.publicId,
      reason,
      minutes: 30,
    });
    const jobs = await owner.select({ payload: outbox.payload }).from(outbox);
    expect(jobs.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ kind: "emergency.opened", organizationId: firm.id, adminsOnly: true }),
    );
    const { publicId } = opened;
    const listed = await call(app, system.principal, listEmergencyPostings, { publicId });
    expect(listed.map((row) => row.publicId)).toEqual([posting.publicId]);
    const read = () =>
      call(app, system.principal, readEmergencyPosting, { publicId, posting: posting.publicId });
    expect((await read()).content.price).toBe("PRICE-SECRET");
    const log = await call(app, author.principal, listDisclosures, { limit: 10 });
    expect(log.items[0]).toMatchObject({
      purpose: "emergency",
      level: "own",
      reader: { publicId: operator.publicId },
    });
    for (const { principal } of [security, audit])
      await expect(call(app, principal, listEmergencyPostings, { publicId })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });

    const start = app.clock();
    kernel.setNow(new Date(start.getTime() + 30 * 60_000));
    await expect(read()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await call(app, system.principal, listEmergencyPostings, { publicId })).toEqual([]);
    kernel.setNow(start);
    await call(app, system.principal, closeEmergency, { publicId });
    await expect(read()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await call(app, system.principal, listEmergencies, {}))[0]).toMatchObject({
      open: false,
      reason,
    });
    expect(
      await owner.select().from(disclosureRead).where(eq(disclosureRead.purpose, "emergency")),
    ).toHaveLength(1);
  });

  it("[ID9] of one organization reads no other, and a stranger's is nobody's", async () => {
    const rival = await addMember(kernel, await addOrganization(kernel));
    const posting = await addPosting(kernel, rival, "capability");
    const opened = await call(app, system.principal, openEmergency, {
      organization: firm.publicId,
      reason,
      minutes: 5,
    });
    const given = { publicId: opened.publicId, posting: posting.publicId };
    await expect(call(app, system.principal, readEmergencyPosting, given)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(
      await asRaw(
        kernel,
        rival,
        `select app.read_glass('${given.publicId}', '${given.posting}', gen_random_uuid(), now()) is null as x`,
      ),
    ).toBe("done");
    await expect(
      call(app, system.principal, openEmergency, { organization: operator.publicId, reason, minutes: 5 }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
