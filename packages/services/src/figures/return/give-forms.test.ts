import { organization, outbox, returnForm } from "@lilink/db/schema";
import { toCreditCode } from "@lilink/model/codes";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  adoptDefinitions,
  createTestKernel,
  openTestRound,
  type TestOrganization,
} from "../../../testing/index.ts";
import { approveClaim } from "../../bodies/claim/decide-claim.ts";
import { claimOrganization } from "../../bodies/organization/claim-organization.ts";
import { editOrganization } from "../../bodies/organization/edit-organization.ts";
import { setOrganizationStatus } from "../../bodies/organization/set-status.ts";
import { call } from "../../kernel/call.ts";
import { closeRound } from "./open-round.ts";

const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
const { app, owner } = kernel;
await adoptDefinitions(kernel);
const { officer } = await addOffice(kernel);
const over = await openTestRound(kernel, officer, "2025Q4");
const closed = await openTestRound(kernel, officer, "2026Q2");
await call(app, officer.principal, closeRound, { round: closed.publicId });
const open = await openTestRound(kernel, officer, "2026Q3");

let serial = 0;
/** A body whose claim waits for an officer; answers how to approve it. */
async function addClaimed() {
  const body = await addOrganization(kernel, { status: "pending", links: ["smelting"], province: "36" });
  await owner.update(organization).set({ status: "unclaimed" }).where(eq(organization.id, body.id));
  const elsewhere = await addMember(kernel, await addOrganization(kernel, { status: "pending" }));
  serial += 1;
  const { publicId } = await call(app, { kind: "person", personId: elsewhere.personId }, claimOrganization, {
    publicId: body.publicId,
    codeScheme: "uscc",
    code: toCreditCode("91360500", `MA${String(serial).padStart(6, "0")}`),
    statement: "We are this body; the licence is attached.",
  });
  return { body, approve: () => call(app, officer.principal, approveClaim, { publicId }) };
}

const formsOf = (of: TestOrganization) =>
  owner.select().from(returnForm).where(eq(returnForm.organizationId, of.id));
const noticesOf = async (of: TestOrganization) =>
  (await owner.select().from(outbox).where(eq(outbox.name, "notice.deliver"))).filter(
    ({ payload }) => payload.kind === "return.opened" && payload.organizationId === of.id,
  );

it("[RT5] a body verified while a round is open and not yet due owes what the others owe, and gets a notice", async () => {
  const { body, approve } = await addClaimed();
  expect(await formsOf(body)).toEqual([]);
  await approve();
  const forms = await formsOf(body);
  expect(new Set(forms.map(({ roundId }) => roundId))).toEqual(new Set([open.id]));
  const form = await open.formOf(body, "smelting.quarterly");
  expect(form).toMatchObject({ state: "open", version: 1, province: "36", late: false });
  expect(form.components).toContain("lithium_salt_output");
  expect((await noticesOf(body)).map(({ payload }) => payload.params)).toEqual([{ title: "2026Q3" }]);
  await expect(over.formOf(body, "smelting.quarterly")).rejects.toThrow();
});

it("[RT5] a reinstated body owes each sheet once, and gets a notice of the new ones only", async () => {
  const firm = await addOrganization(kernel, { status: "suspended", links: ["smelting"], province: "36" });
  const move = async (status: "suspended" | "verified") => {
    kernel.setNow(new Date(app.clock().getTime() + 1000));
    const reason = "The licence was looked at.";
    await call(app, officer.principal, setOrganizationStatus, { publicId: firm.publicId, status, reason });
  };
  await move("verified");
  const forms = await formsOf(firm);
  expect(forms.length).toBeGreaterThan(0);
  await move("suspended");
  await move("verified");
  expect(await formsOf(firm)).toEqual(forms);
  expect(await noticesOf(firm)).toHaveLength(1);
});

it("[RT5] a return carries the size that its enterprise declared before it was opened", async () => {
  const firm = await addOrganization(kernel, { links: ["smelting"] });
  const admin = await addMember(kernel, firm, { role: "admin" });
  const declare = (size: "medium" | "large") =>
    call(app, admin.principal, editOrganization, { links: ["smelting"], province: "36", size });
  await declare("medium");
  const { formOf } = await openTestRound(kernel, officer, "2026Q1");
  await declare("large");
  expect(await formOf(firm, "smelting.quarterly")).toMatchObject({ size: "medium" });
});

it("[RT5] a round that opens while claims are approved misses nobody", async () => {
  const claimed = await Promise.all(Array.from({ length: 6 }, addClaimed));
  const opening = openTestRound(kernel, officer, "2026Q4");
  await Promise.all([opening, ...claimed.map(({ approve }) => approve())]);
  const { formOf } = await opening;
  for (const { body } of claimed)
    expect(await formOf(body, "smelting.quarterly")).toMatchObject({ state: "open" });
});
