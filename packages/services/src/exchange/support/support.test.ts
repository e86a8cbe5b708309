import { duty, outbox, supportTicket } from "@lilink/db/schema";
import { clockOfTicket } from "@lilink/model/introduction";
import { and, eq, isNull } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  addPosting,
  asRaw,
  createTestKernel,
  type TestMember,
} from "../../../testing/index.ts";
import { loadDesk } from "../../group/desk/load.ts";
import { call, callJob } from "../../kernel/call.ts";
import { acceptIntroduction } from "../introduction/answer.ts";
import { askIntroduction } from "../introduction/ask.ts";
import { endIntroduction } from "../introduction/close.ts";
import { decideEntry, proposeEntry } from "../introduction/ledger.ts";
import { listTickets } from "./list-tickets.ts";
import { loadTicket } from "./load-ticket.ts";
import { openTicket } from "./open-ticket.ts";
import { tickTickets } from "./tick.ts";
import { askCloseTicket, confirmTicket, reopenTicket, writeTicket } from "./write-ticket.ts";

// A Friday.
const start = new Date("2026-11-27T02:00:00Z");
const kernel = await createTestKernel(start);
const { app, owner } = kernel;
const { officer } = await addOffice(kernel);
const [maker, salt] = [
  await addOrganization(kernel, { offers: ["ncm811"] }),
  await addOrganization(kernel, { offers: ["li2co3-batt"] }),
];
const [buyer, seller] = [await addMember(kernel, maker), await addMember(kernel, salt)];
const rival = await addMember(kernel, await addOrganization(kernel, { offers: ["ncm811"] }));
const third = await addMember(kernel, await addOrganization(kernel));
const code = (of: string) => ({ code: of });
const at = (text: string) => kernel.setNow(new Date(text));

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

async function record(publicId: string, step: "nda" | "contract", confirm = true) {
  const entry = await call(app, buyer.principal, proposeEntry, { publicId, step, occurredOn: "2026-11-20" });
  if (confirm) await call(app, seller.principal, decideEntry, { entry: entry.publicId, action: "confirm" });
}

async function supported() {
  const made = await introduced();
  await record(made.publicId, "contract");
  return made;
}

const open = (introduction: string, by: TestMember = buyer, urgency: "urgent" | "low" = "urgent") =>
  call(app, by.principal, openTicket, {
    introduction,
    kind: "quality",
    urgency,
    subject: "Batch 7 is damp",
    body: "Water is at 900 ppm.",
  });
const load = (who: TestMember, publicId: string) => call(app, who.principal, loadTicket, { publicId });
const write = (who: TestMember, publicId: string, body = "We look at it.") =>
  call(app, who.principal, writeTicket, { publicId, body });
const askClose = (who: TestMember, publicId: string) =>
  call(app, who.principal, askCloseTicket, { publicId, words: "Dried again." });
const confirm = (who: TestMember, publicId: string) => call(app, who.principal, confirmTicket, { publicId });
const reopen = (who: TestMember, publicId: string) =>
  call(app, who.principal, reopenTicket, { publicId, reason: "It is damp again." });
const tick = () => callJob(kernel.worker, { id: app.newId(), name: "support.tick" }, tickTickets, {});
const owed = async (id: string) => {
  const [row] = await owner
    .select()
    .from(duty)
    .where(and(eq(duty.subjectId, id), isNull(duty.endedAt)));
  return row && { kind: row.kind, holder: row.holderId, due: row.dueAt.toISOString() };
};

it("[SP1] a ticket needs an outcome that both confirmed, and outlives the introduction", async () => {
  const { publicId } = await introduced();
  await expect(open(publicId)).rejects.toMatchObject(code("WRONG_STATE"));
  await record(publicId, "nda");
  await record(publicId, "contract", false);
  await expect(open(publicId)).rejects.toMatchObject(code("WRONG_STATE"));
  await record(publicId, "contract");
  await call(app, buyer.principal, endIntroduction, { publicId });
  expect((await load(seller, (await open(publicId, seller)).publicId)).openedBy).toBe("own");
});

it("[SP1] twenty tickets of one introduction are open at once, not more", async () => {
  const { publicId } = await supported();
  const first = await open(publicId);
  for (let n = 1; n < 20; n += 1) await open(publicId, n % 2 ? buyer : seller);
  await expect(open(publicId)).rejects.toMatchObject({ code: "LIMIT_REACHED", params: { max: 20 } });
  await askClose(seller, first.publicId);
  await confirm(buyer, first.publicId);
  await open(publicId);
});

it("[SP3] the clocks run for the other side, on its desk and in the same transaction", async () => {
  const { publicId } = await supported();
  const ticket = await open(publicId);
  const clock = async () => {
    const [row] = await owner.select().from(supportTicket).where(eq(supportTicket.publicId, ticket.publicId));
    if (!row) throw new Error("no ticket");
    const running = clockOfTicket(row);
    const side = { asking: maker.id, asked: salt.id };
    return running && { kind: running.clock, holder: side[running.holder], due: running.dueAt.toISOString() };
  };
  expect(await owed(ticket.id)).toEqual({
    kind: "answer",
    holder: salt.id,
    due: "2026-11-30T15:59:59.999Z",
  });
  expect(await clock()).toEqual(await owed(ticket.id));
  const desk = async (who: TestMember) =>
    (await call(app, who.principal, loadDesk, {})).items.filter(({ path }) => path.endsWith(ticket.publicId));
  expect(await desk(seller)).toMatchObject([{ kind: "supportAnswer", title: "Batch 7 is damp" }]);
  expect(await desk(buyer)).toEqual([]);

  await write(buyer, ticket.publicId, "And batch 8.");
  expect((await load(buyer, ticket.publicId)).answeredAt).toBeNull();
  at("2026-11-30T02:00:00Z");
  await write(seller, ticket.publicId);
  expect(await load(buyer, ticket.publicId)).toMatchObject({
    answer: "inTime",
    waits: { clock: "resolve", on: "other" },
  });
  expect(await clock()).toEqual(await owed(ticket.id));
  await askClose(seller, ticket.publicId);
  expect(await owed(ticket.id)).toMatchObject({ kind: "confirm", holder: maker.id });
  expect(await clock()).toEqual(await owed(ticket.id));
  expect(await desk(buyer)).toMatchObject([{ kind: "supportConfirm" }]);
  await confirm(buyer, ticket.publicId);
  expect(await owed(ticket.id)).toBeUndefined();
  expect(await load(seller, ticket.publicId)).toMatchObject({ state: "closed", resolution: "inTime" });
  kernel.setNow(start);
});

it("[SP4] nobody confirms or reopens their own wish to close, and a closed ticket takes only a reason", async () => {
  const { publicId } = await supported();
  const ticket = await open(publicId);
  await askClose(buyer, ticket.publicId);
  await expect(confirm(buyer, ticket.publicId)).rejects.toMatchObject(code("FORBIDDEN"));
  await expect(reopen(buyer, ticket.publicId)).rejects.toMatchObject(code("FORBIDDEN"));
  await expect(
    call(app, seller.principal, reopenTicket, { publicId: ticket.publicId, reason: "" }),
  ).rejects.toMatchObject({ code: "INVALID_INPUT", faults: [{ field: "reason" }] });
  await confirm(seller, ticket.publicId);
  await expect(write(buyer, ticket.publicId)).rejects.toMatchObject(code("WRONG_STATE"));
  at("2026-12-10T02:00:00Z");
  await reopen(buyer, ticket.publicId);
  // What is opened again after its close has a new term of five working days.
  expect(await load(buyer, ticket.publicId)).toMatchObject({
    state: "open",
    resolveDueAt: new Date("2026-12-17T15:59:59.999Z"),
    resolution: "running",
  });
  kernel.setNow(start);
});

it("[SP4] silence closes nothing: the ticket goes back to who asked, who is told once", async () => {
  const { publicId } = await supported();
  const ticket = await open(publicId, buyer, "low");
  await askClose(seller, ticket.publicId);
  at("2026-12-04T15:59:59.999Z");
  await tick();
  expect((await load(buyer, ticket.publicId)).state).toBe("closing");
  at("2026-12-04T16:00:00.000Z");
  await tick();
  await tick();
  const back = await load(seller, ticket.publicId);
  expect(back).toMatchObject({ state: "open", waits: { clock: "resolve", on: "own" } });
  expect(back.messages.map(({ step, by }) => [step, by])).toEqual([
    [null, "other"],
    ["askClose", "own"],
    ["lapse", null],
  ]);
  const told = (await owner.select().from(outbox).where(eq(outbox.name, "notice.deliver"))).filter(
    ({ payload }) => payload.kind === "support.lapsed" && payload.side === "asked",
  );
  expect(told).toHaveLength(1);
  kernel.setNow(start);
});

it("[SP3] [SP4] silence makes nobody late who asked to close in time, and excuses nobody who did not", async () => {
  const { publicId } = await supported();
  const [inTime, late] = [await open(publicId), await open(publicId)];
  // Urgent: resolved by Friday 4 December.
  at("2026-12-03T02:00:00Z");
  await askClose(seller, inTime.publicId);
  at("2026-12-07T02:00:00Z");
  await askClose(seller, late.publicId);
  at("2026-12-14T16:00:00.000Z");
  await tick();
  const [back, behind] = [await load(seller, inTime.publicId), await load(seller, late.publicId)];
  expect(back).toMatchObject({
    state: "open",
    resolution: "running",
    waits: { clock: "resolve", on: "own", dueAt: new Date("2026-12-22T15:59:59.999Z") },
  });
  expect(behind).toMatchObject({ state: "open", resolution: "overdue" });
  await askClose(seller, inTime.publicId);
  await call(app, buyer.principal, confirmTicket, { publicId: inTime.publicId, words: "" });
  expect(await load(buyer, inTime.publicId)).toMatchObject({ state: "closed", resolution: "inTime" });
  kernel.setNow(start);
});

it("[SP2] a rival, a third firm and an officer learn of no ticket", async () => {
  const { publicId } = await supported();
  const ticket = await open(publicId);
  for (const who of [rival, third, officer]) {
    await expect(load(who, ticket.publicId)).rejects.toMatchObject(code("NOT_FOUND"));
    await expect(write(who, ticket.publicId)).rejects.toMatchObject(code("NOT_FOUND"));
    await expect(open(publicId, who)).rejects.toMatchObject(code("NOT_FOUND"));
    expect((await call(app, who.principal, listTickets, {})).items).toEqual([]);
    expect(await asRaw(kernel, who, `select 1 from duty where subject_id = '${ticket.id}'`)).toBe("nothing");
  }
  expect((await call(app, buyer.principal, listTickets, { introduction: publicId })).items).toHaveLength(1);
});
