import { beginApplicationSchema, saveApplicationSchema, stepApplicationSchema } from "@lilink/contract";
import { fundApplication, fundPartner, organization, person } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { applicationMachine, lackOfApplication } from "@lilink/model/fund/life";
import { personOf } from "@lilink/model/policy";
import { nextState } from "@lilink/model/state";
import { and, eq, inArray } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { requireCall, requireCallOf } from "../call/read-calls.ts";
import { requireOwnRow } from "./read-application.ts";

const audit = (_input: unknown, { id }: { readonly id: string }) => ({
  subjectKind: "fund_application",
  subjectId: id,
});

/** Begins an application to a call that is open. One organization may lead several. [FU12] */
export const beginApplication = defineMutation({
  name: "fund.begin",
  input: beginApplicationSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: async (ctx, { call: publicId }) => {
    const call = await requireCall(ctx, publicId);
    if (call.phase !== "open") throw new LilinkError("WRONG_STATE", { state: call.phase });
    const who = personOf(ctx.actor) ?? "";
    const [leader] = await ctx.db.select({ name: person.name }).from(person).where(eq(person.id, who));
    const row = { id: ctx.newId(), publicId: ctx.newPublicId() };
    await ctx.db.insert(fundApplication).values({
      ...row,
      callId: call.id,
      organizationId: requireOwn(ctx),
      leader: leader?.name ?? "",
      team: [],
      title: "",
      abstract: "",
      body: "",
      share: "100",
      state: applicationMachine.start,
      revision: 1,
      savedBy: who,
      savedAt: ctx.now,
      createdAt: ctx.now,
    });
    return row;
  },
  audit,
});

/** Keeps what is typed, also after the close: only handing in is late then. [FU12] */
export const saveApplication = defineMutation({
  name: "fund.save",
  input: saveApplicationSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: async (ctx, { publicId, revision, partners, asked, share, ...texts }) => {
    const row = await requireOwnRow(ctx, publicId);
    if (row.state !== "draft") throw new LilinkError("WRONG_STATE", { state: row.state });
    if (row.revision !== revision) throw new LilinkError("CONFLICT");
    await ctx.db
      .update(fundApplication)
      .set({
        ...texts,
        asked: asked === null ? null : String(asked),
        share: String(share),
        revision: revision + 1,
        savedBy: personOf(ctx.actor),
        savedAt: ctx.now,
      })
      .where(eq(fundApplication.id, row.id));
    await savePartners(ctx, row.id, partners);
    return { id: row.id, revision: revision + 1, savedAt: ctx.now };
  },
  audit: () => null,
});

/** Whoever stays with the same share has agreed to it already. */
async function savePartners(
  ctx: Context,
  applicationId: string,
  partners: readonly { readonly publicId: string; readonly share: number }[],
): Promise<void> {
  const ids = partners.map(({ publicId }) => publicId);
  if (new Set(ids).size < ids.length) throw toInputError([{ field: "partners", rule: "duplicate" }]);
  const bodies = await ctx.db
    .select({ id: organization.id, publicId: organization.publicId, status: organization.status })
    .from(organization)
    .where(inArray(organization.publicId, ids));
  const wanted = partners.map(({ publicId, share }) => {
    const body = bodies.find((one) => one.publicId === publicId);
    if (body?.status !== "verified" || body.id === requireOwn(ctx))
      throw toInputError([{ field: "partners", rule: "notInList" }]);
    return { id: body.id, share };
  });
  const there = await ctx.db.select().from(fundPartner).where(eq(fundPartner.applicationId, applicationId));
  const same = new Set(
    wanted.flatMap(({ id, share }) =>
      there.some((one) => one.organizationId === id && Number(one.share) === share) ? [id] : [],
    ),
  );
  const gone = there.filter(({ organizationId }) => !same.has(organizationId));
  if (gone.length > 0)
    await ctx.db.delete(fundPartner).where(
      and(
        eq(fundPartner.applicationId, applicationId),
        inArray(
          fundPartner.organizationId,
          gone.map(({ organizationId }) => organizationId),
        ),
      ),
    );
  const fresh = wanted.filter(({ id }) => !same.has(id));
  if (fresh.length > 0)
    await ctx.db
      .insert(fundPartner)
      .values(fresh.map(({ id, share }) => ({ applicationId, organizationId: id, share: String(share) })));
}

type Step = "submit" | "reopen" | "withdraw";

async function step(ctx: Context, input: { publicId: string; revision: number }, name: Step) {
  const row = await requireOwnRow(ctx, input.publicId);
  if (row.revision !== input.revision) throw new LilinkError("CONFLICT");
  const state = nextState(applicationMachine, row.state as "draft", name);
  if (state === null) throw new LilinkError("WRONG_STATE", { state: row.state });
  if (name !== "withdraw") {
    const call = await requireCallOf(ctx, row.callId);
    if (call.phase !== "open") throw new LilinkError("WRONG_STATE", { state: "late" });
  }
  if (name === "submit") {
    const lacks = lackOfApplication({ ...row, asked: row.asked === null ? null : Number(row.asked) });
    if (lacks.length > 0) throw toInputError(lacks.map((field) => ({ field, rule: "required" })));
  }
  await ctx.db
    .update(fundApplication)
    .set({
      state,
      revision: row.revision + 1,
      savedBy: personOf(ctx.actor),
      savedAt: ctx.now,
      ...(name === "submit" && { submittedAt: ctx.now }),
    })
    .where(eq(fundApplication.id, row.id));
  return { id: row.id, revision: row.revision + 1, state };
}

/** Hands an application in. Late by a millisecond is late; what was typed stays. [FU12] */
export const submitApplication = defineMutation({
  name: "fund.submit",
  input: stepApplicationSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: (ctx, input) => step(ctx, input, "submit"),
  audit,
});

/** Takes an application back to be written on, while the call is open. */
export const reopenApplication = defineMutation({
  name: "fund.reopen",
  input: stepApplicationSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: (ctx, input) => step(ctx, input, "reopen"),
  audit,
});

/** Takes an application out, before the panel ranks. */
export const withdrawApplication = defineMutation({
  name: "fund.withdraw",
  input: stepApplicationSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: (ctx, input) => step(ctx, input, "withdraw"),
  audit,
});
