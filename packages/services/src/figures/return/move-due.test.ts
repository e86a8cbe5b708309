import { outbox, returnForm } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  adoptDefinitions,
  createTestKernel,
  openTestRound,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { listOwnReturns } from "./list-own.ts";
import { moveDue } from "./move-due.ts";
import { closeRound } from "./open-round.ts";
import { remindReturn } from "./remind-return.ts";

const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
const { app, owner } = kernel;
await adoptDefinitions(kernel);
const { officer } = await addOffice(kernel);
const firm = await addOrganization(kernel, { links: ["smelting"] });
const filer = await addMember(kernel, firm);
const done = await addOrganization(kernel, { links: ["smelting"] });
const round = await openTestRound(kernel, officer, "2026Q3");
await owner
  .update(returnForm)
  .set({ submittedAt: app.clock(), state: "submitted" })
  .where(eq(returnForm.organizationId, done.id));

const move = (workingDays: number, publicId = round.publicId) =>
  call(app, officer.principal, moveDue, { round: publicId, workingDays });
const dues = async () =>
  new Set(
    (await call(app, filer.principal, listOwnReturns, {})).items.map(({ dueAt }) => dueAt.toISOString()),
  );

it("[RT4] an officer moves the due instant to a later one, with one notice a day to those who have not submitted", async () => {
  await expect(move(15)).rejects.toMatchObject({ faults: [{ field: "workingDays", rule: "tooSmall" }] });
  await expect(
    call(app, filer.principal, moveDue, { round: round.publicId, workingDays: 20 }),
  ).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await move(20);
  await expect(move(20)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  expect(await dues()).toEqual(new Set(["2026-11-03T15:59:59.999Z"]));
  const told = (await owner.select().from(outbox).where(eq(outbox.name, "notice.deliver")))
    .map(({ payload }) => payload)
    .filter(({ kind }) => kind === "return.moved");
  expect(told.filter(({ organizationId }) => organizationId === firm.id)).toEqual([
    expect.objectContaining({ params: { title: "2026Q3", day: "2026-11-03" } }),
  ]);
  expect(told.map(({ organizationId }) => organizationId)).not.toContain(done.id);
});

it("[RT4] of officers who move it at once none takes days away again", async () => {
  const answers = await Promise.allSettled([30, 25, 40, 35].map((days) => move(days)));
  expect(answers.some(({ status }) => status === "fulfilled")).toBe(true);
  expect(await dues()).toEqual(new Set(["2026-12-01T15:59:59.999Z"]));
});

it("[RT4] what is due stays due, and what is closed stays closed", async () => {
  const past = await openTestRound(kernel, officer, "2026Q1");
  await expect(move(120, past.publicId)).rejects.toMatchObject({ code: "WRONG_STATE" });
  await call(app, officer.principal, closeRound, { round: round.publicId });
  await expect(move(60)).rejects.toMatchObject({ code: "WRONG_STATE" });
  await expect(move(60, app.newPublicId())).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("[RT4] a checker reminds of a return that is overdue, and of no other", async () => {
  const [form] = (await call(app, filer.principal, listOwnReturns, {})).items;
  const remind = () => call(app, officer.principal, remindReturn, { publicId: form?.publicId ?? "" });
  kernel.setNow(new Date((form?.dueAt.getTime() ?? 0) - 1));
  await expect(remind()).rejects.toMatchObject({ code: "WRONG_STATE" });
  kernel.setNow(new Date("2027-03-01T02:00:00Z"));
  await expect(
    call(app, filer.principal, remindReturn, { publicId: form?.publicId ?? "" }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
  await remind();
  const told = (await owner.select().from(outbox).where(eq(outbox.name, "notice.deliver")))
    .map(({ payload }) => payload)
    .filter(({ causeKey }) => String(causeKey).includes(":again:2027-03-01"));
  expect(told).toEqual([expect.objectContaining({ kind: "duty.overdue", organizationId: firm.id })]);
});
