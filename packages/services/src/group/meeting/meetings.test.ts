import { beginAs } from "@lilink/db";
import { organization, outbox } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addMember, addOrganization, asRaw, createTestKernel } from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { loadDesk } from "../desk/load.ts";
import { callMeeting } from "./call-meeting.ts";
import { endDecision, recordDecision, withdrawDecision } from "./decide.ts";
import { editDecision } from "./edit-decision.ts";
import { cancelMeeting, editMeeting } from "./edit-meeting.ts";
import { addItem, closeMeeting, holdMeeting, noteItem, noteMinutes, removeSeat } from "./keep-meeting.ts";
import { listMeetings } from "./list-meetings.ts";
import { loadMeeting } from "./load-meeting.ts";
import { type MeetingPapers, printMeeting } from "./print-meeting.ts";
import { readPaper } from "./read-paper.ts";
import { readSince } from "./read-since.ts";

const kernel = await createTestKernel();
const { app } = kernel;
const secretariat = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, secretariat, { duties: ["officer"] });
const firm = await addOrganization(kernel);
const delegate = await addMember(kernel, firm, { duties: ["delegate"] });
const stranger = await addMember(kernel, await addOrganization(kernel));

const convene = (seats: readonly string[] = [firm.publicId]) =>
  call(app, officer.principal, callMeeting, {
    title: "2026Q3",
    heldAt: app.clock(),
    goals: ["G25-17", "G35-10"],
    seats: [...seats],
  });
const printed: MeetingPapers[] = [];
const press = printMeeting(async (papers, locale, type) => {
  printed.push(papers);
  return new TextEncoder().encode(`${papers.kind} ${locale} ${type}`);
});
const print = async (meetingId: string) => {
  const jobs = await kernel.owner.select().from(outbox).where(eq(outbox.name, "meeting.print"));
  for (const { id, payload } of jobs.filter((job) => job.payload.meetingId === meetingId))
    await callJob(kernel.worker, { id, name: "meeting.print" }, press, payload as never);
};
const refused = (code: string) => expect.objectContaining({ code });

describe("review meetings", () => {
  it("[ME2] freezes the board with an agenda, which only the seats of the meeting read", async () => {
    const { publicId } = await convene();
    const seen = await call(app, delegate.principal, loadMeeting, { publicId });
    expect(seen.items.map(({ goal }) => goal)).toEqual(["G25-17", "G35-10"]);
    expect(seen.snapshot.standings).toHaveLength(35);
    expect(Object.keys(seen.snapshot)).not.toContain("board");
    expect(seen).toMatchObject({ mayKeep: false, seats: [], views: [] });
    await expect(call(app, stranger.principal, loadMeeting, { publicId })).rejects.toEqual(
      refused("NOT_FOUND"),
    );
    expect((await call(app, stranger.principal, listMeetings, {})).items).toEqual([]);
    await kernel.owner.update(organization).set({ status: "suspended" }).where(eq(organization.id, firm.id));
    await call(app, officer.principal, removeSeat, { publicId, organization: firm.publicId });
    await kernel.owner.update(organization).set({ status: "verified" }).where(eq(organization.id, firm.id));
    await expect(call(app, delegate.principal, loadMeeting, { publicId })).rejects.toEqual(
      refused("NOT_FOUND"),
    );
  });

  it("[ME1] is saved whole at its end, moved or cancelled before it begins, and called for no day that is over", async () => {
    const { publicId } = await convene();
    const edit = (heldAt: Date, freeze = false) =>
      call(app, officer.principal, editMeeting, { publicId, title: "2026Q3, later", heldAt, freeze });
    const over = new Date(app.clock().getTime() - 2 * 86_400_000);
    const past = { code: "INVALID_INPUT", faults: [{ field: "heldAt", rule: "dateInPast" }] };
    await expect(edit(over)).rejects.toMatchObject(past);
    await expect(
      call(app, officer.principal, callMeeting, { title: "2020", heldAt: over }),
    ).rejects.toMatchObject(past);
    const before = await call(app, officer.principal, loadMeeting, { publicId });
    kernel.setNow(new Date(app.clock().getTime() + 60_000));
    await edit(new Date("2026-12-09T02:00:00Z"), true);
    const after = await call(app, officer.principal, loadMeeting, { publicId });
    expect(after).toMatchObject({ title: "2026Q3, later", heldAt: new Date("2026-12-09T02:00:00Z") });
    expect(after.snapshot.at > before.snapshot.at).toBe(true);
    await expect(call(app, officer.principal, holdMeeting, { publicId })).rejects.toMatchObject({
      faults: [{ field: "heldAt", rule: "dateTooFar", params: { max: toShanghaiDate(app.clock()) } }],
    });
    kernel.setNow(new Date("2026-12-08T16:00:00Z"));
    await call(app, officer.principal, holdMeeting, { publicId });
    await expect(edit(new Date("2026-12-09T02:00:00Z"))).rejects.toEqual(refused("WRONG_STATE"));
    await call(app, officer.principal, noteMinutes, { publicId, minutes: "Half of it", seen: "" });
    expect(await call(app, delegate.principal, loadMeeting, { publicId })).toMatchObject({ minutes: null });
    await call(app, officer.principal, noteMinutes, { publicId, minutes: "All of it", seen: "Half of it" });
    for (const [position, notes] of [
      [1, "One"],
      [2, "Two"],
    ] as const)
      await call(app, officer.principal, noteItem, { publicId, position, notes, seen: "" });
    await call(app, officer.principal, closeMeeting, { publicId });
    const closed = await call(app, delegate.principal, loadMeeting, { publicId });
    expect(closed.minutes).toBe("All of it");
    expect(closed.items.map((item) => item.notes)).toEqual(["One", "Two"]);

    const other = await convene();
    await call(app, officer.principal, cancelMeeting, {
      publicId: other.publicId,
      reason: "Too few returns",
    });
    expect(await call(app, delegate.principal, loadMeeting, { publicId: other.publicId })).toMatchObject({
      state: "cancelled",
      reason: "Too few returns",
    });
    await expect(call(app, officer.principal, holdMeeting, { publicId: other.publicId })).rejects.toEqual(
      refused("WRONG_STATE"),
    );
    const told = await kernel.owner.select().from(outbox).where(eq(outbox.name, "notice.deliver"));
    expect(told.filter(({ payload }) => payload.kind === "meeting.changed")).toHaveLength(2);
  });

  it("[ME3] a decision is for a day to come, and leaves the desk when it is taken back", async () => {
    const { publicId } = await convene();
    await call(app, officer.principal, holdMeeting, { publicId });
    const decide = (dueOn: string) =>
      call(app, officer.principal, recordDecision, {
        publicId,
        position: 1,
        text: "Look again",
        owner: firm.publicId,
        dueOn,
      });
    await expect(decide("2020-01-01")).rejects.toMatchObject({
      faults: [{ field: "dueOn", rule: "dateInPast" }],
    });
    const { publicId: decision } = await decide("2026-12-24");
    const desk = async () =>
      (await call(app, delegate.principal, loadDesk, {})).items.filter(({ title }) => title === "Look again");
    expect(await desk()).toHaveLength(1);
    const take = { publicId: decision, reason: "Asked for twice" };
    await expect(call(app, delegate.principal, withdrawDecision, take)).rejects.toEqual(refused("FORBIDDEN"));
    await call(app, officer.principal, withdrawDecision, take);
    expect(await desk()).toEqual([]);
    const told = (await kernel.owner.select().from(outbox).where(eq(outbox.name, "notice.deliver"))).filter(
      ({ payload }) => payload.kind === "meeting.withdrawn",
    );
    expect(told).toMatchObject([{ payload: { params: { title: "Look again", reason: "Asked for twice" } } }]);
    await expect(call(app, officer.principal, withdrawDecision, take)).rejects.toEqual(
      refused("WRONG_STATE"),
    );
    const ended = { publicId: decision, note: "Done all the same" };
    await expect(call(app, delegate.principal, endDecision, ended)).rejects.toEqual(refused("WRONG_STATE"));
    const [item] = (await call(app, officer.principal, loadMeeting, { publicId })).items;
    expect(item?.decisions).toMatchObject([{ withdrawnReason: "Asked for twice" }]);
  });

  it("[ME3] a decision changes while the meeting is held, from the version that was seen, and its owner gets a notice", async () => {
    const { publicId } = await convene();
    await call(app, officer.principal, holdMeeting, { publicId });
    const taken = { publicId, position: 1, text: "Report again", owner: firm.publicId, dueOn: "2026-12-24" };
    const { publicId: decision, id } = await call(app, officer.principal, recordDecision, taken);
    const change = { publicId: decision, version: 1, text: "Report for 2026Q3 again", dueOn: "2026-12-31" };
    const edit = (part = {}, principal = officer.principal) =>
      call(app, principal, editDecision, { ...change, ...part });
    await expect(edit({}, delegate.principal)).rejects.toEqual(refused("FORBIDDEN"));
    await expect(edit({ dueOn: "2020-01-01" })).rejects.toMatchObject({
      faults: [{ field: "dueOn", rule: "dateInPast" }],
    });
    await edit();
    await expect(edit()).rejects.toEqual(refused("CONFLICT"));
    const [item] = (await call(app, delegate.principal, loadMeeting, { publicId })).items;
    expect(item?.decisions).toMatchObject([{ text: change.text, dueOn: change.dueOn, version: 2 }]);
    const told = (await kernel.owner.select().from(outbox).where(eq(outbox.name, "notice.deliver"))).filter(
      ({ payload }) => payload.kind === "meeting.amended",
    );
    expect(told).toMatchObject([{ payload: { causeKey: `decision:${id}:2`, organizationId: firm.id } }]);
    const past = `update meeting_decision set text = 'Nothing' where public_id = '${decision}'`;
    expect(await asRaw(kernel, delegate, past)).toBe("42501");
    await call(app, officer.principal, closeMeeting, { publicId });
    await expect(edit({ version: 2 })).rejects.toEqual(refused("WRONG_STATE"));
    expect(await asRaw(kernel, officer, past)).toBe("42501");
  });

  it("[ME1] does not overwrite notes and minutes that another wrote since", async () => {
    const { publicId } = await convene();
    const note = (notes: string, seen: string) =>
      call(app, officer.principal, noteItem, { publicId, position: 1, notes, seen });
    const minute = (minutes: string, seen: string) =>
      call(app, officer.principal, noteMinutes, { publicId, minutes, seen });
    await note("First", "");
    await minute("First", "");
    // The same once more: its answer was lost on the way.
    await note("First", "");
    await minute("First", "");
    await expect(note("Other", "")).rejects.toEqual(refused("CONFLICT"));
    await expect(minute("Other", "")).rejects.toEqual(refused("CONFLICT"));
    await note("Second", "First ");
    await minute("Second", "First ");
    const read = await call(app, officer.principal, loadMeeting, { publicId });
    expect([read.items[0]?.notes, read.minutes]).toEqual(["Second", "Second"]);
  });

  it("[ME1] goes one way: decisions once it has begun, nothing after it is closed", async () => {
    const { publicId } = await convene();
    const decision = {
      publicId,
      position: 1,
      text: "Ask for the missing returns",
      owner: firm.publicId,
      dueOn: "2026-12-20",
    };
    await expect(call(app, officer.principal, recordDecision, decision)).rejects.toEqual(
      refused("WRONG_STATE"),
    );
    await expect(call(app, officer.principal, closeMeeting, { publicId })).rejects.toEqual(
      refused("WRONG_STATE"),
    );
    const twice = await Promise.allSettled(
      [1, 2].map(() => call(app, officer.principal, holdMeeting, { publicId })),
    );
    expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await call(app, officer.principal, addItem, { publicId, title: "Any other business" });
    await call(app, officer.principal, noteItem, { publicId, position: 3, notes: "Nothing.", seen: "" });
    const { publicId: taken } = await call(app, officer.principal, recordDecision, decision);
    await call(app, officer.principal, closeMeeting, { publicId });
    for (const after of [
      () =>
        call(app, officer.principal, noteItem, { publicId, position: 3, notes: "More", seen: "Nothing." }),
      () => call(app, officer.principal, recordDecision, decision),
      () => call(app, officer.principal, addItem, { publicId, title: "Late" }),
      () => call(app, officer.principal, withdrawDecision, { publicId: taken, reason: "Too late" }),
    ])
      await expect(after()).rejects.toEqual(refused("WRONG_STATE"));
    await expect(
      call(app, delegate.principal, noteItem, { publicId, position: 1, notes: "x", seen: "" }),
    ).rejects.toEqual(refused("FORBIDDEN"));
  });

  it("[ME3] puts a decision on its owner's desk until it is carried out, once", async () => {
    const { publicId } = await convene([]);
    await call(app, officer.principal, holdMeeting, { publicId });
    const taken = await call(app, officer.principal, recordDecision, {
      publicId,
      position: 2,
      text: "Report the stocks",
      owner: firm.publicId,
      dueOn: "2026-12-31",
    });
    const onDesk = async () =>
      (await call(app, delegate.principal, loadDesk, {})).items.filter(
        ({ title }) => title === "Report the stocks",
      );
    expect(await onDesk()).toMatchObject([{ kind: "decision", due: new Date("2026-12-31T15:59:59.999Z") }]);
    // Without a seat the owner reads the decision and not the meeting.
    await expect(call(app, delegate.principal, loadMeeting, { publicId })).rejects.toEqual(
      refused("NOT_FOUND"),
    );
    const end = (by: typeof delegate) =>
      call(app, by.principal, endDecision, { publicId: taken.publicId, note: "Sent" });
    await expect(end(stranger)).rejects.toEqual(refused("NOT_FOUND"));
    const ended = await Promise.allSettled([end(delegate), end(delegate)]);
    expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await onDesk()).toEqual([]);
  });

  it("[ME5], [ME6] prints each paper once in two languages, gives it to seats, the whole board to officers, and notes who saw it", async () => {
    const { id, publicId } = await convene();
    await print(id);
    const byOfficer = await call(app, officer.principal, loadMeeting, { publicId });
    const byDelegate = await call(app, delegate.principal, loadMeeting, { publicId });
    expect(byOfficer.papers).toHaveLength(8);
    expect(new Set(byDelegate.papers.map(({ kind }) => kind))).toEqual(new Set(["agenda"]));
    const [agenda] = byDelegate.papers.filter(({ type, locale }) => type === "pdf" && locale === "en");
    const board = byOfficer.papers.find(({ kind }) => kind === "board");
    const paper = { publicId: agenda?.publicId ?? "" };
    const given = await call(app, delegate.principal, readPaper, paper);
    expect(new TextDecoder().decode(given.bytes)).toBe("agenda en pdf");
    for (const [by, ref] of [
      [stranger, paper],
      [delegate, { publicId: board?.publicId ?? "" }],
    ] as const)
      await expect(call(app, by.principal, readPaper, ref)).rejects.toEqual(refused("NOT_FOUND"));
    const { views } = await call(app, officer.principal, loadMeeting, { publicId });
    expect(views.filter(({ organization }) => organization.publicId === firm.publicId)).toMatchObject([
      { what: "agenda.pdf", times: 1 },
      { what: "page", times: 1 },
    ]);
    await call(app, officer.principal, addItem, { publicId, title: "Stocks" });
    await call(app, officer.principal, holdMeeting, { publicId });
    await print(id);
    expect(printed.at(-1)).toMatchObject({ kind: "agenda", items: [{}, {}, { title: "Stocks" }] });
    await call(app, officer.principal, closeMeeting, { publicId });
    await print(id);
    const last = printed.at(-1);
    expect(last).toMatchObject({ kind: "minutes", snapshot: { standings: { length: 35 } } });
    expect(JSON.stringify(last?.views)).not.toContain(delegate.email);
  });

  it("[ME4] keeps a raw connection of the app role to what its actor may see", async () => {
    const { publicId } = await convene([]);
    const read = async (principal: typeof delegate.principal) => {
      const client = await app.pool.connect();
      try {
        await beginAs(client, principal, app.clock());
        const { rowCount } = await client.query("select 1 from meeting where public_id = $1", [publicId]);
        const denied = await client
          .query("update meeting set state = 'held' where public_id = $1", [publicId])
          .then(({ rowCount: changed }) => changed);
        return [rowCount, denied];
      } finally {
        await client.query("rollback");
        client.release();
      }
    };
    expect(await read(delegate.principal)).toEqual([0, 0]);
    expect(await read(officer.principal)).toEqual([1, 1]);
  });

  it("[PL13] keeps its way and, once it has begun, its board from a raw connection too", async () => {
    const { publicId } = await convene([]);
    const set = (what: string) =>
      asRaw(kernel, officer, `update meeting set ${what} where public_id = '${publicId}'`);
    expect(await set("state = 'closed'")).toBe("42501");
    expect(await set("snapshot = '{}'")).toBe("done");
    expect(await set("state = 'held'")).toBe("done");
    for (const what of ["snapshot = '[]'", "state = 'called'", "title = 'x'", "held_at = now()"])
      expect(await set(what), what).toBe("42501");
    expect(await set("minutes = 'x'")).toBe("done");
    expect(await set("state = 'closed'")).toBe("done");
  });
});

it("[BO5] the board of the last meeting lies beside that of now, for whoever keeps or sits in it", async () => {
  const regulator = await addMember(kernel, await addOrganization(kernel, { kind: "regulator" }));
  const since = (principal = officer.principal) => call(app, principal, readSince, {});
  const { publicId } = await convene();
  await call(app, officer.principal, holdMeeting, { publicId });
  const taken = { publicId, position: 1, text: "Look again", owner: firm.publicId, dueOn: "2099-12-31" };
  const { publicId: decision } = await call(app, officer.principal, recordDecision, taken);
  await call(app, officer.principal, recordDecision, taken);
  await call(app, officer.principal, endDecision, { publicId: decision, note: "Done." });
  const seen = await since();
  expect(seen).toMatchObject({
    meeting: { publicId },
    decisions: { all: 2, done: 1, overdue: 0 },
    releases: [],
  });
  expect(seen?.standings).toHaveLength(35);
  const counted = Object.values(seen?.board.organizations ?? {}).reduce((sum, count) => sum + count, 0);
  await addOrganization(kernel);
  const again = await since();
  expect(Object.values(again?.board.organizations ?? {}).reduce((sum, count) => sum + count, 0)).toBe(
    counted,
  );
  expect(await since(regulator.principal)).toBeNull();
  await expect(since(delegate.principal)).rejects.toEqual(refused("FORBIDDEN"));
});
