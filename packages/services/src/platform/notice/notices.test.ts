import type { jobPayloads } from "@lilink/contract";
import { mail, membership, notice, outbox, person } from "@lilink/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { addMember, addOrganization, addPosting, asRaw, createTestKernel } from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { leaseMail, settleMail } from "../mail/lease.ts";
import { chooseNotices, listNoticeChoices } from "./choose.ts";
import { deliverNotice } from "./deliver.ts";
import { countUnread, listNotices } from "./list.ts";
import { readAllNotices, readNotice, readNoticesOf } from "./read.ts";

const start = new Date("2026-11-24T02:00:00Z");
const kernel = await createTestKernel(start);
type Delivery = z.input<(typeof jobPayloads)["notice.deliver"]>;

const deliver = (payload: Partial<Delivery>) =>
  callJob(kernel.worker, { id: kernel.app.newId(), name: "notice.deliver" }, deliverNotice, {
    kind: "introduction.received",
    causeKey: kernel.app.newId(),
    path: "/introductions/abc",
    params: {},
    ...payload,
  });
const unread = async (member: { principal: Parameters<typeof call>[1] }) =>
  (await call(kernel.app, member.principal, countUnread, {})).unread;
const asJob = { kind: "job", job: "mail.send" } as const;
const lease = (limit = 100) => call(kernel.worker, asJob, leaseMail, { limit });
describe("delivering", () => {
  it("[NO1] tells each editor of the owner once, however often and by however many at once", async () => {
    const firm = await addOrganization(kernel);
    const admin = await addMember(kernel, firm, { role: "admin" });
    const editor = await addMember(kernel, firm, { role: "editor" });
    const reader = await addMember(kernel, firm, { role: "viewer" });
    const posting = await addPosting(kernel, admin, "need");
    const cause = { postingId: posting.id, causeKey: "one" };
    await Promise.all(Array.from({ length: 5 }, () => deliver(cause)));
    await deliver(cause);
    expect(await Promise.all([admin, editor, reader].map((one) => unread(one)))).toEqual([1, 1, 0]);
    const page = await call(kernel.app, admin.principal, listNotices, {});
    expect(page.items[0]).toMatchObject({
      kind: "introduction.received",
      params: { title: "Battery-grade lithium carbonate" },
      read: false,
    });
    expect(await kernel.owner.$count(mail, eq(mail.causeKey, "one"))).toBe(2);
  });

  it("[NO1] says which concept its posting is of, and none where it is about no posting", async () => {
    const owner = await addMember(kernel, await addOrganization(kernel));
    const posting = await addPosting(kernel, owner, "need");
    await deliver({ postingId: posting.id, path: `/postings/${posting.publicId}/matches` });
    await deliver({ postingId: posting.id, path: "/desk" });
    const { items } = await call(kernel.app, owner.principal, listNotices, {});
    expect(items.map(({ concept }) => concept)).toEqual([null, "li2co3-batt"]);
  });

  it("[NO1] has the time of what it tells of, and never one that is yet to come", async () => {
    const member = await addMember(kernel, await addOrganization(kernel));
    const told = { kind: "claim.decided", personId: member.personId } as const;
    await deliver({ ...told, causeKey: "past", since: "2026-11-20T08:00:00.000Z" });
    await deliver({ ...told, causeKey: "future", since: "2026-12-20T08:00:00.000Z" });
    const { items } = await call(kernel.app, member.principal, listNotices, {});
    expect(items.map(({ createdAt }) => createdAt.toISOString())).toEqual([
      start.toISOString(),
      "2026-11-20T08:00:00.000Z",
    ]);
  });

  it("[NO1] does a repeated job once", async () => {
    const member = await addMember(kernel, await addOrganization(kernel));
    const job = { id: kernel.app.newId(), name: "notice.deliver" };
    const payload: Delivery = {
      kind: "claim.decided",
      causeKey: "job",
      path: "/desk",
      params: {},
      personId: member.personId,
    };
    await Promise.all(Array.from({ length: 4 }, () => callJob(kernel.worker, job, deliverNotice, payload)));
    expect(await unread(member)).toBe(1);
  });

  it("[NO1] finds officers, and leaves out those who left or were disabled", async () => {
    const group = await addOrganization(kernel, { kind: "coordination_group" });
    const officer = await addMember(kernel, group, { duties: ["officer"] });
    const clerk = await addMember(kernel, group);
    const gone = await addMember(kernel, group, { duties: ["secretary"] });
    await kernel.owner.update(person).set({ disabledAt: start }).where(eq(person.id, gone.personId));
    await deliver({ kind: "posting.submitted", officers: true });
    expect(await unread(officer)).toBe(1);
    expect(await unread(clerk)).toBe(0);
    expect(await kernel.owner.$count(notice, eq(notice.personId, gone.personId))).toBe(0);
  });

  it("[NO2] writes to a bare address in its language, and to nobody's list", async () => {
    await kernel.owner.delete(mail);
    await deliver({
      kind: "member.invited",
      email: "New@Test.example",
      locale: "en",
      params: { role: "editor" },
    });
    expect(await lease()).toMatchObject([
      { address: "new@test.example", locale: "en", kind: "member.invited", params: { role: "editor" } },
    ]);
  });
});

describe("reading and choosing", () => {
  it("[NO1] is for the person alone: others neither see nor mark a notice", async () => {
    const firm = await addOrganization(kernel);
    const [one, other] = [await addMember(kernel, firm), await addMember(kernel, firm)];
    await deliver({ personId: one.personId });
    await deliver({ personId: one.personId });
    const [newest] = (await call(kernel.app, one.principal, listNotices, { limit: 1 })).items;
    const id = newest?.id ?? "";
    await expect(call(kernel.app, other.principal, readNotice, { id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(call(kernel.app, { kind: "anonymous" }, listNotices, {})).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
    expect((await call(kernel.app, other.principal, listNotices, {})).items).toEqual([]);
    await call(kernel.app, one.principal, readNotice, { id });
    await call(kernel.app, one.principal, readNotice, { id });
    expect(await unread(one)).toBe(1);
    expect(await call(kernel.app, one.principal, readAllNotices, {})).toEqual({ read: 1 });
    expect((await call(kernel.app, one.principal, listNotices, { unread: true })).items).toEqual([]);
  });

  it("[NO2] is hidden from a person who left the organization, and shown again when the person comes back", async () => {
    const firm = await addOrganization(kernel);
    const [left, stays] = [await addMember(kernel, firm), await addMember(kernel, firm)];
    await deliver({ organizationId: firm.id });
    await deliver({ kind: "claim.decided", personId: left.personId });
    expect([await unread(left), await unread(stays)]).toEqual([2, 1]);
    const belong = (active: boolean) =>
      kernel.owner.update(membership).set({ active }).where(eq(membership.personId, left.personId));
    await belong(false);
    const principal = { kind: "person", personId: left.personId } as const;
    const page = await call(kernel.app, principal, listNotices, {});
    expect(page.items.map(({ kind }) => kind)).toEqual(["claim.decided"]);
    expect(await asRaw(kernel, left, "update notice set read_at = now() where kind <> 'claim.decided'")).toBe(
      "nothing",
    );
    await belong(true);
    expect([await unread(left), await unread(stays)]).toEqual([2, 1]);
  });

  it("[NO5] is done with once the person looks at what it leads to, and no other notice with it", async () => {
    const firm = await addOrganization(kernel);
    const [one, other] = [await addMember(kernel, firm), await addMember(kernel, firm)];
    for (const path of [
      "/postings/abcd1234/edit",
      "/postings/abcd1234?renew=1",
      "/postings/abcd12345",
      "/desk",
    ])
      await deliver({ organizationId: firm.id, path });
    expect(await call(kernel.app, one.principal, readNoticesOf, { path: "/postings/abcd1234" })).toEqual({
      read: 2,
    });
    expect(await call(kernel.app, one.principal, readNoticesOf, { path: "/postings/abcd1234" })).toEqual({
      read: 0,
    });
    expect([await unread(one), await unread(other)]).toEqual([2, 4]);
  });

  it("[NO5] asks nobody for what a colleague has decided", async () => {
    const firm = await addOrganization(kernel);
    const [one, other] = [await addMember(kernel, firm), await addMember(kernel, firm)];
    const asker = await addMember(kernel, await addOrganization(kernel));
    const [causeKey, another] = [kernel.app.newId(), kernel.app.newId()];
    for (const kind of ["introduction.received", "introduction.reminder", "introduction.message"] as const)
      await deliver({ organizationId: firm.id, kind, causeKey });
    await deliver({ organizationId: firm.id, causeKey: another });
    await deliver({ personId: asker.personId, kind: "introduction.accepted", causeKey });
    expect(await Promise.all([one, other, asker].map((who) => unread(who)))).toEqual([2, 2, 1]);
  });

  it("[NO2] keeps a notice in the app and holds back its letter as the person chose", async () => {
    const member = await addMember(kernel, await addOrganization(kernel));
    const letters = () => kernel.owner.$count(mail, eq(mail.personId, member.personId));
    await call(kernel.app, member.principal, chooseNotices, { choice: { "introduction.received": false } });
    await call(kernel.app, member.principal, chooseNotices, { choice: { "match.found": true } });
    await deliver({ personId: member.personId });
    expect([await unread(member), await letters()]).toEqual([1, 0]);
    await deliver({ personId: member.personId, kind: "match.found" });
    expect([await unread(member), await letters()]).toEqual([2, 1]);
    const { choices } = await call(kernel.app, member.principal, listNoticeChoices, {});
    expect(choices.find((choice) => choice.kind === "introduction.received")?.mail).toBe(false);
    await expect(
      call(kernel.app, member.principal, chooseNotices, { choice: { "member.invited": false } }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});

describe("letters", () => {
  it("[NO3] are leased by one sender at a time, tried again later and later, and forgotten once sent", async () => {
    kernel.setNow(start);
    await kernel.owner.delete(mail);
    const people = await Promise.all(
      Array.from({ length: 6 }, async () => addMember(kernel, await addOrganization(kernel))),
    );
    await Promise.all(people.map(({ personId }) => deliver({ personId })));
    const leased = (await Promise.all([lease(4), lease(4), lease(4)])).flat().map((letter) => letter.id);
    expect(leased).toHaveLength(6);
    expect(new Set(leased).size).toBe(6);
    expect(await lease()).toEqual([]);
    const [first = ""] = leased;
    await call(kernel.worker, asJob, settleMail, { id: first });
    kernel.setNow(new Date(start.getTime() + 29_000));
    expect(await lease()).toEqual([]);
    kernel.setNow(new Date(start.getTime() + 31_000));
    expect(await lease()).toHaveLength(5);
    kernel.setNow(new Date(start.getTime() + 62_000));
    expect(await lease()).toEqual([]);
    kernel.setNow(new Date(start.getTime() + 92_000));
    expect(await lease()).toHaveLength(5);
    const [sent] = await kernel.owner.select().from(mail).where(eq(mail.id, first));
    expect(sent).toMatchObject({ params: {}, path: "", attempts: 1 });
    kernel.setNow(start);
  });

  it("[NO3] have a job written with them, so that a letter exists if and only if its notice does", async () => {
    await kernel.owner.delete(outbox).where(eq(outbox.name, "mail.send"));
    const member = await addMember(kernel, await addOrganization(kernel));
    await deliver({ personId: member.personId });
    expect(await kernel.owner.$count(outbox, eq(outbox.name, "mail.send"))).toBe(1);
    expect(
      await kernel.owner.$count(mail, and(eq(mail.personId, member.personId), isNull(mail.sentAt))),
    ).toBe(1);
  });

  it("[PL1] are out of reach of the web", async () => {
    const member = await addMember(kernel, await addOrganization(kernel));
    await expect(call(kernel.app, member.principal, leaseMail, {})).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
