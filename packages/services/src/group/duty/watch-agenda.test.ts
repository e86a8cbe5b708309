import { duty, outbox } from "@lilink/db/schema";
import { findRegister } from "@lilink/model/register";
import { sampleValues } from "@lilink/model/testing";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addMember, addOffice, addOrganization, asRaw, createTestKernel } from "../../../testing/index.ts";
import { listOverdue } from "../../duty/list-overdue.ts";
import { call, callJob } from "../../kernel/call.ts";
import { toRecordVerbs } from "../../record/record-verbs.ts";
import { loadDesk } from "../desk/load.ts";
import { callMeeting } from "../meeting/call-meeting.ts";
import { recordDecision } from "../meeting/decide.ts";
import { cancelMeeting } from "../meeting/edit-meeting.ts";
import { closeMeeting, holdMeeting } from "../meeting/keep-meeting.ts";
import { loadMeeting } from "../meeting/load-meeting.ts";
import { tickDuties } from "./tick-duties.ts";

const start = new Date("2026-11-24T02:00:00Z");
const kernel = await createTestKernel(start);
const { app, owner } = kernel;
const { officer } = await addOffice(kernel);
const firm = await addOrganization(kernel);
const member = await addMember(kernel, firm);
const unverified = await addMember(kernel, await addOrganization(kernel, { status: "pending" }));
const watchItem = findRegister("watchItem");
if (!watchItem) throw new Error("no register of watch items");
const verbs = toRecordVerbs(watchItem);

const tick = () => callJob(kernel.worker, { id: app.newId(), name: "duty.tick" }, tickDuties, {});
let made = 0;
/** A graded item whose decision is due on 25 November. */
async function addWatchItem() {
  made += 1;
  const values = {
    ...sampleValues(watchItem as never, `w${made}`),
    title: { zh: `关注${made}`, en: `Watch ${made}` },
  };
  const saved = await call(app, officer.principal, verbs.save, {
    values,
    sources: [],
    readings: {},
  } as never);
  const step = { publicId: saved.publicId, revision: saved.revision, step: "triage" };
  await call(app, officer.principal, verbs.step, {
    ...step,
    values: { severity: "2", dueOn: "2026-11-25" },
  } as never);
  return saved;
}
const dutiesOf = (subjectId: string) => owner.select().from(duty).where(eq(duty.subjectId, subjectId));
const convene = (heldAt: string, seats: readonly string[] = []) =>
  call(app, officer.principal, callMeeting, {
    title: heldAt,
    heldAt: new Date(heldAt),
    goals: ["G25-17"],
    seats: [...seats],
  });
const agendaOf = async (publicId: string, who = officer) =>
  (await call(app, who.principal, loadMeeting, { publicId })).items;
const listFor = async (who = member) =>
  (await call(app, who.principal, listOverdue, {})).items.map(({ titleEn }) => titleEn);

describe("an overdue watch item", () => {
  it("[DU5], [DU6] waits for a meeting, joins its agenda without anybody's act, and a decision there ends it", async () => {
    const item = await addWatchItem();
    kernel.setNow(new Date("2026-11-26T02:00:00Z"));
    expect(await listFor()).toEqual([]);
    expect(await tick()).toMatchObject({ overdue: 1, escalated: 1, added: 0 });
    expect(await listFor()).toEqual(["Watch 1"]);
    const { items } = await call(app, officer.principal, loadDesk, {});
    expect(items[0]).toMatchObject({
      kind: "duty",
      title: "关注1",
      titleEn: "Watch 1",
      duty: { kind: "decide" },
    });

    const { publicId } = await convene("2026-11-26T08:00:00Z", [firm.publicId]);
    expect(await tick()).toMatchObject({ added: 0 });
    const [, point] = await agendaOf(publicId, member);
    expect(point).toMatchObject({
      position: 2,
      goal: null,
      title: "关注1",
      duty: { titleEn: "Watch 1", endedAt: null },
    });

    await call(app, officer.principal, holdMeeting, { publicId });
    await call(app, officer.principal, recordDecision, {
      publicId,
      position: 2,
      text: "Answer the regulation by spring.",
      owner: firm.publicId,
      dueOn: "2026-12-20",
    });
    const closed = await call(app, officer.principal, verbs.load, { publicId: item.publicId });
    expect(closed.state).toBe("closed");
    expect(closed.shown.values).toMatchObject({
      decision: "action",
      because: "Answer the regulation by spring.",
    });
    const decided = (await dutiesOf(item.id)).filter(({ kind }) => kind === "decide");
    expect(decided).toMatchObject([{ endedBy: "watchItem.close" }]);
    expect(await listFor()).toEqual([]);
    expect((await agendaOf(publicId, member))[1]?.duty?.endedAt).toEqual(new Date("2026-11-26T02:00:00Z"));
  });

  it("[DU5] joins a planned meeting once, however many workers tick, and its agenda is printed again", async () => {
    kernel.setNow(start);
    const { id, publicId } = await convene("2026-12-02T02:00:00Z");
    const printed = async () =>
      (await owner.select().from(outbox).where(eq(outbox.name, "meeting.print"))).filter(
        ({ payload }) => payload.meetingId === id && payload.kind === "agenda",
      ).length;
    const before = await printed();
    await addWatchItem();
    await tick();
    expect(await agendaOf(publicId)).toHaveLength(1);
    kernel.setNow(new Date("2026-11-26T02:00:00Z"));
    await Promise.all([tick(), tick(), tick()]);
    await tick();
    expect((await agendaOf(publicId)).map(({ position }) => position)).toEqual([1, 2]);
    expect(await printed()).toBe(before + 1);
  });

  it("[DU5] goes on to the next meeting when its meeting is cancelled, or closes without a decision", async () => {
    const next = await convene("2026-12-05T02:00:00Z");
    expect(await agendaOf(next.publicId)).toHaveLength(1);
    const { rows } = await findMeeting("2026-12-02T02:00:00Z");
    await call(app, officer.principal, cancelMeeting, { publicId: rows, reason: "No quorum." });
    expect(await tick()).toMatchObject({ added: 1 });
    expect(await agendaOf(next.publicId)).toHaveLength(2);
    kernel.setNow(new Date("2026-12-05T01:00:00Z"));
    await call(app, officer.principal, holdMeeting, { publicId: next.publicId });
    await call(app, officer.principal, closeMeeting, { publicId: next.publicId });
    const last = await convene("2026-12-08T02:00:00Z");
    expect((await agendaOf(last.publicId)).map(({ title }) => title)).toContain("关注2");
  });

  it("[DU4] is listed under its title as it is now", async () => {
    const saved = await addWatchItem();
    const titleOf = async () => (await dutiesOf(saved.id)).find(({ endedAt }) => endedAt === null)?.titleEn;
    const { revision, shown } = await call(app, officer.principal, verbs.load, { publicId: saved.publicId });
    const values = { ...shown.values, title: { zh: "更正", en: "Corrected" } };
    await call(app, officer.principal, verbs.save, {
      ...{ publicId: saved.publicId, revision, values, sources: [], readings: {} },
    } as never);
    expect(await titleOf()).toBe("Corrected");
    expect(await dutiesOf(saved.id)).toHaveLength(2);
  });

  it("[DU4] is in the list for every verified member, and for nobody else", async () => {
    expect(await listFor()).toEqual(["Watch 2"]);
    await expect(listFor(unverified)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(call(app, { kind: "anonymous" }, listOverdue, {})).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
    expect(await asRaw(kernel, unverified, "select 1 from duty")).toBe("nothing");
  });

  it("[DU6] is closed by a decision whose notes are longer than a finding", async () => {
    const { publicId: item } = await addWatchItem();
    kernel.setNow(new Date("2026-11-26T02:00:00Z"));
    await convene("2026-11-26T08:00:00Z");
    await tick();
    const [point] = await kernel.ownerRows<{ id: string; position: number; meeting: string }>(
      `select i.id, i.position, m.public_id as meeting from duty d join duty_item x on x.duty_id = d.id
        join meeting_item i on i.id = x.item_id join meeting m on m.id = i.meeting_id where d.path = $1`,
      [`/watch-items/${item}`],
    );
    if (!point) throw new Error("the item is on no agenda");
    const { meeting: publicId, position } = point;
    await kernel.ownerRows("update meeting_item set notes = repeat('记', 5000) where id = $1", [point.id]);
    await call(app, officer.principal, holdMeeting, { publicId });
    await call(app, officer.principal, recordDecision, {
      ...{ publicId, position, text: "Answer it.", owner: firm.publicId, dueOn: "2026-12-20" },
    });
    const { state, shown } = await call(app, officer.principal, verbs.load, { publicId: item });
    expect([state, String(shown.values.finding).length]).toEqual(["closed", 4000]);
  });
});

async function findMeeting(heldAt: string) {
  const [row] = await kernel.ownerRows<{ public_id: string }>(
    "select public_id from meeting where title = $1",
    [heldAt],
  );
  return { rows: row?.public_id ?? "" };
}
