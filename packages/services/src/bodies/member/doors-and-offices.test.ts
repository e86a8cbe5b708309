import {
  disclosureRead,
  membership,
  notice,
  outbox,
  person,
  webhookDelivery,
  webhookEndpoint,
} from "@lilink/db/schema";
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  addPosting,
  adoptDefinitions,
  asRaw,
  createTestKernel,
  openTestRound,
  type TestMember,
  type TestOrganization,
} from "../../../testing/index.ts";
import { listDisclosures } from "../../exchange/disclosure/list-disclosures.ts";
import { call, callJob } from "../../kernel/call.ts";
import { deliverNotice } from "../../platform/notice/deliver.ts";
import { changeRole, deactivateMember } from "./change-member.ts";

const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
const { app, owner } = kernel;
const firm = await addOrganization(kernel, { links: ["smelting"] });
const admin = await addMember(kernel, firm);
const publicIdOf = async ({ personId }: TestMember) =>
  (await owner.select().from(person).where(eq(person.id, personId)))[0]?.publicId ?? "";
const addEndpoint = async (of: TestOrganization, by: TestMember) => {
  const id = app.newId();
  await owner.insert(webhookEndpoint).values({
    ...{
      id,
      publicId: app.newPublicId(),
      organizationId: of.id,
      url: "https://hooks.example/in",
      secret: "",
    },
    ...{ createdBy: by.personId, createdAt: app.clock() },
  });
  return id;
};
const endpointIds = async () => (await owner.select().from(webhookEndpoint)).map(({ id }) => id);

it("[WH1] an address gets no event once the person who registered it is no administrator", async () => {
  const leaver = await addMember(kernel, firm);
  const demoted = await addMember(kernel, firm);
  const kept = await addEndpoint(firm, admin);
  await addEndpoint(firm, leaver);
  await addEndpoint(firm, demoted);
  await call(app, admin.principal, deactivateMember, { person: await publicIdOf(leaver) });
  await call(app, admin.principal, changeRole, { person: await publicIdOf(demoted), role: "editor" });
  expect(await endpointIds()).toEqual([kept]);
  const past = await addEndpoint(firm, leaver);
  const { publicId } = await addPosting(kernel, admin, "capability");
  const told = (await owner.select().from(webhookDelivery)).filter(({ subjectId }) => subjectId === publicId);
  expect(told.map(({ endpointId }) => endpointId)).toEqual([kept]);
  await owner.delete(webhookEndpoint).where(eq(webhookEndpoint.id, past));
});

it("[ID8] nobody takes membership or role from one of the three administrators, whoever administers the operator", async () => {
  const operator = await addOrganization(kernel, { kind: "operator" });
  const system = await addMember(kernel, operator, { duties: ["system_admin"] });
  const audit = await addMember(kernel, operator, { role: "editor", duties: ["audit_admin"] });
  const clerk = await addMember(kernel, operator, { role: "editor" });
  const ref = { person: await publicIdOf(audit) };
  const forbidden = { code: "FORBIDDEN" };
  await expect(call(app, system.principal, deactivateMember, ref)).rejects.toMatchObject(forbidden);
  await expect(call(app, system.principal, changeRole, { ...ref, role: "viewer" })).rejects.toMatchObject(
    forbidden,
  );
  const past = `update membership set active = false where person_id = '${audit.personId}'`;
  expect(await asRaw(kernel, system, past)).toBe("42501");
  await call(app, system.principal, deactivateMember, { person: await publicIdOf(clerk) });
});

it("[RT7] the holder of the seat learns of no return: no notice, no webhook, no line of the log", async () => {
  await adoptDefinitions(kernel);
  const { officer, secretariat } = await addOffice(kernel);
  const seat = await addMember(kernel, firm, { duties: ["delegate"] });
  const viewer = await addMember(kernel, firm, { role: "viewer" });
  const ofSeat = await addEndpoint(firm, seat);
  const { id, publicId } = await (await openTestRound(kernel, officer, "2026Q3")).formOf(
    firm,
    "smelting.quarterly",
  );
  await callJob(kernel.worker, { id: app.newId(), name: "notice.deliver" }, deliverNotice, {
    ...{
      kind: "return.queried",
      causeKey: `${id}/1`,
      path: `/returns/${publicId}`,
      params: { title: "2026Q3" },
    },
    organizationId: firm.id,
  });
  const told = await owner.select().from(notice).where(eq(notice.kind, "return.queried"));
  const people = told.map(({ personId }) => personId);
  expect([people.includes(admin.personId), people.includes(seat.personId)]).toEqual([true, false]);

  const payload = { kind: "return.queried", causeKey: `${id}/2`, path: `/returns/${publicId}` };
  await owner.insert(outbox).values({
    ...{ id: app.newId(), name: "notice.deliver", payload: { ...payload, organizationId: firm.id } },
    ...{ runAt: app.clock(), createdAt: app.clock() },
  } as typeof outbox.$inferInsert);
  const sent = await owner.select().from(webhookDelivery).where(eq(webhookDelivery.kind, "return.queried"));
  expect(sent.map(({ endpointId }) => endpointId)).not.toContain(ofSeat);
  expect(sent).toHaveLength(1);

  await owner.insert(disclosureRead).values({
    ...{ id: app.newId(), ownerOrganizationId: firm.id, formId: id, version: 1, level: "own" },
    ...{ purpose: "verification", readerOrganizationId: secretariat.id, readerPersonId: officer.personId },
    at: app.clock(),
  } as typeof disclosureRead.$inferInsert);
  const logOf = async ({ principal }: TestMember) =>
    (await call(app, principal, listDisclosures, {})).items.length;
  expect([await logOf(admin), await logOf(seat), await logOf(viewer)]).toEqual([1, 0, 0]);
  const of = and(eq(membership.organizationId, firm.id), eq(membership.personId, seat.personId));
  await owner.update(membership).set({ duties: [] }).where(of);
  expect(await logOf(seat)).toBe(1);
});
