import { appointment, ledgerEntry, outbox } from "@lilink/db/schema";
import { quarterAt } from "@lilink/model/appointment";
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  addPosting,
  createTestKernel,
  type TestMember,
} from "../../../testing/index.ts";
import { loadDesk } from "../../group/desk/load.ts";
import { call, callJob } from "../../kernel/call.ts";
import { acceptIntroduction } from "../introduction/answer.ts";
import { askIntroduction } from "../introduction/ask.ts";
import { endIntroduction } from "../introduction/close.ts";
import { cancelAppointment, takeAppointment } from "./answer-time.ts";
import { loadAppointments } from "./load-appointments.ts";
import { markTimes } from "./mark-times.ts";
import { moveAppointment, proposeAppointment } from "./name-time.ts";
import { tellAppointment } from "./tell-outcome.ts";
import { tickAppointments } from "./tick.ts";

const start = new Date("2026-11-30T00:00:00Z");
const kernel = await createTestKernel(start);
const { app, owner } = kernel;
await addOffice(kernel);
const buyer = await addMember(kernel, await addOrganization(kernel, { offers: ["ncm811"] }));
const seller = await addMember(kernel, await addOrganization(kernel, { offers: ["li2co3-batt"] }));
const third = await addMember(kernel, await addOrganization(kernel));
const at = (text: string) => kernel.setNow(new Date(text));
const code = (of: string) => ({ code: of });
beforeEach(() => kernel.setNow(start));

async function introduced() {
  const posting = await addPosting(kernel, seller, "capability");
  const { id, publicId } = await call(app, buyer.principal, askIntroduction, {
    posting: posting.publicId,
    aim: "trial",
    message: "We would like to try ten tonnes of it.",
  });
  await call(app, seller.principal, acceptIntroduction, { publicId, acknowledge: true });
  return { id, publicId };
}

const hours = (from: string, to: string) => ({
  from: quarterAt(new Date(from)),
  to: quarterAt(new Date(to)),
});
const mark = (by: TestMember, introduction: string, ...free: { from: number; to: number }[]) =>
  call(app, by.principal, markTimes, { introduction, zone: "Asia/Shanghai", free });
const load = (by: TestMember, introduction: string) =>
  call(app, by.principal, loadAppointments, { introduction });
const propose = (by: TestMember, introduction: string, startsAt = "2026-12-01T01:00:00Z") =>
  call(app, by.principal, proposeAppointment, { introduction, startsAt, minutes: 30, place: "Line 1" });
const told = async (kind: string) => {
  const rows = await owner.select({ payload: outbox.payload }).from(outbox);
  return rows.filter(({ payload }) => (payload as { kind?: string }).kind === kind).length;
};
const kinds = async (by: TestMember, publicId: string) =>
  (await call(app, by.principal, loadDesk, {})).items
    .filter(({ path }) => path.includes(publicId))
    .map(({ kind }) => kind);

it("[AP1] [AP2] each side marks its hours; both see the same times, and neither the other's hours", async () => {
  const { publicId } = await introduced();
  await mark(buyer, publicId, hours("2026-12-01T01:00Z", "2026-12-01T04:00Z"));
  expect(await told("appointment.asked")).toBe(1);
  const waiting = await load(seller, publicId);
  expect([waiting.own, waiting.otherMarked, waiting.times]).toEqual([null, true, []]);
  await mark(seller, publicId, hours("2026-12-01T03:00Z", "2026-12-01T06:00Z"));
  const [one, other] = [await load(buyer, publicId), await load(seller, publicId)];
  expect(one.times).toEqual([{ startsAt: new Date("2026-12-01T03:00Z"), minutes: 60 }]);
  expect(other.times).toEqual(one.times);
  expect(one.own?.free).toEqual([hours("2026-12-01T01:00Z", "2026-12-01T04:00Z")]);
  expect(JSON.stringify(one)).not.toContain(String(quarterAt(new Date("2026-12-01T06:00Z"))));
  await expect(load(third, publicId)).rejects.toMatchObject(code("NOT_FOUND"));
  await expect(mark(third, publicId)).rejects.toMatchObject(code("NOT_FOUND"));
  await expect(mark(buyer, publicId, hours("2027-01-01T01:00Z", "2027-01-01T04:00Z"))).rejects.toMatchObject(
    code("INVALID_INPUT"),
  );
});

it("[AP3] one side names a time, the other takes it; nobody takes their own, and one call is open at once", async () => {
  const { publicId } = await introduced();
  const made = await propose(buyer, publicId);
  expect(await kinds(seller, publicId)).toEqual(["callAnswer"]);
  expect(await kinds(buyer, publicId)).toEqual([]);
  await expect(propose(seller, publicId)).rejects.toMatchObject(code("CONFLICT"));
  const take = (by: TestMember) => call(app, by.principal, takeAppointment, { publicId: made.publicId });
  await expect(take(buyer)).rejects.toMatchObject(code("FORBIDDEN"));
  await expect(take(third)).rejects.toMatchObject(code("NOT_FOUND"));
  await call(app, seller.principal, moveAppointment, {
    publicId: made.publicId,
    ...{ startsAt: "2026-12-02T01:00:00Z", minutes: 45, place: "Line 2" },
  });
  await expect(take(seller)).rejects.toMatchObject(code("FORBIDDEN"));
  await take(buyer);
  await expect(take(buyer)).rejects.toMatchObject(code("WRONG_STATE"));
  const [shown] = (await load(seller, publicId)).calls;
  expect(shown).toMatchObject({ state: "agreed", place: "Line 2", version: 2, namedBy: "own" });
  expect(await kinds(buyer, publicId)).toEqual(["callHeld"]);
  await expect(propose(buyer, publicId, "2026-11-29T01:00:00Z")).rejects.toMatchObject(code("INVALID_INPUT"));
  await expect(propose(buyer, publicId, "2027-03-01T01:00:00Z")).rejects.toMatchObject(code("INVALID_INPUT"));
});

it("[AP4] an agreed call is moved or cancelled with a reason, until it begins", async () => {
  const { publicId } = await introduced();
  const made = await propose(buyer, publicId);
  const ref = { publicId: made.publicId };
  await call(app, seller.principal, takeAppointment, ref);
  const next = { startsAt: "2026-12-03T01:00:00Z", minutes: 30, place: "Line 1" };
  await expect(call(app, buyer.principal, moveAppointment, { ...ref, ...next })).rejects.toMatchObject(
    code("INVALID_INPUT"),
  );
  await call(app, buyer.principal, moveAppointment, { ...ref, ...next, reason: "The line is down." });
  expect((await load(seller, publicId)).calls[0]).toMatchObject({
    ...{ state: "proposed", reason: "The line is down.", reasonBy: "other" },
  });
  await call(app, seller.principal, takeAppointment, ref);
  await expect(call(app, seller.principal, cancelAppointment, { ...ref, reason: "" })).rejects.toMatchObject(
    code("INVALID_INPUT"),
  );
  await call(app, seller.principal, cancelAppointment, { ...ref, reason: "We need no more." });
  expect(await told("appointment.cancelled")).toBe(1);
  const again = await propose(seller, publicId);
  await call(app, buyer.principal, takeAppointment, { publicId: again.publicId });
  at("2026-12-01T01:10:00Z");
  await expect(
    call(app, buyer.principal, cancelAppointment, { publicId: again.publicId, reason: "Too late." }),
  ).rejects.toMatchObject(code("WRONG_STATE"));
});

it("[AP3] [AP5] a time that passes lapses; after a call both say what came of it, into the ledger of the introduction", async () => {
  const { id, publicId } = await introduced();
  const tick = () =>
    callJob(kernel.worker, { id: app.newId(), name: "appointment.tick" }, tickAppointments, {});
  const left = await propose(buyer, publicId);
  at("2026-12-01T01:05:00Z");
  expect((await tick())?.lapsed).toBeGreaterThan(0);
  const made = await propose(buyer, publicId, "2026-12-02T01:00:00Z");
  const ref = { publicId: made.publicId };
  expect(left.publicId).not.toBe(made.publicId);
  await call(app, seller.principal, takeAppointment, ref);
  const tell = (by: TestMember, outcome: "trial" | "irrelevant") =>
    call(app, by.principal, tellAppointment, { ...ref, outcome });
  await expect(tell(buyer, "trial")).rejects.toMatchObject(code("WRONG_STATE"));
  at("2026-12-02T02:00:00Z");
  expect((await tick())?.over).toBeGreaterThan(0);
  expect(await kinds(seller, publicId)).toEqual(["callTell"]);
  await expect(tell(seller, "irrelevant")).rejects.toMatchObject(code("INVALID_INPUT"));
  expect((await tell(seller, "trial")).agreed).toBe(false);
  expect((await load(buyer, publicId)).calls[0]?.told).toBeNull();
  expect((await tell(buyer, "trial")).agreed).toBe(true);
  const entries = await owner.select().from(ledgerEntry).where(eq(ledgerEntry.introductionId, id));
  expect(entries).toMatchObject([{ step: "trial", state: "confirmed", occurredOn: "2026-12-02" }]);
  expect(await kinds(seller, publicId)).toEqual([]);
});

it("[AP4] with the introduction go the hours, the times and a call that has not begun", async () => {
  const { id, publicId } = await introduced();
  const day = hours("2026-12-01T01:00Z", "2026-12-01T09:00Z");
  await mark(buyer, publicId, day);
  await mark(seller, publicId, day);
  const made = await propose(buyer, publicId);
  await call(app, seller.principal, endIntroduction, { publicId });
  const shown = await load(buyer, publicId);
  expect([shown.own, shown.otherMarked, shown.times, shown.isOpen]).toEqual([null, false, [], false]);
  expect(shown.calls[0]?.state).toBe("cancelled");
  await expect(mark(buyer, publicId, day)).rejects.toMatchObject(code("WRONG_STATE"));
  await expect(
    call(app, seller.principal, takeAppointment, { publicId: made.publicId }),
  ).rejects.toMatchObject(code("WRONG_STATE"));
  expect(await owner.$count(appointment, eq(appointment.introductionId, id))).toBe(1);
});
