import { bodyMergeSchema, mergeRequestRefSchema } from "@lilink/contract";
import { mergeConsent, mergeRequest } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { findMergeBar, mergeConsentDays } from "@lilink/model/organization";
import { organizationOf, personOf } from "@lilink/model/policy";
import { and, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { listBarred } from "../../ground/actor/barred.ts";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { findSigned } from "./find-signed.ts";
import { readSides } from "./list-pairs.ts";
import { findBoth, impartialToBoth } from "./merge-bodies.ts";

/** Asks two bodies that both act whether one record may give way to the other; both have fourteen days. [BD8] */
export const askToMerge = defineMutation({
  name: "body.askToMerge",
  input: bodyMergeSchema,
  authorize: {
    action: "organization.decide",
    resource: (ctx, { from, into }) => impartialToBoth(ctx, from, into),
  },
  run: async (ctx, { from, into, reason }) => {
    const [gone, stays] = await findBoth(ctx, from, into);
    const sides = await readSides(ctx, [gone.id, stays.id]);
    const [a, b] = [sides.get(gone.id), sides.get(stays.id)];
    const bar = a && b ? findMergeBar(a, b) : null;
    if (bar !== null && bar !== "bothAct") throw toInputError([{ field: "from", rule: bar }]);
    if (bar === null) throw new LilinkError("WRONG_STATE");
    const both = [gone.id, stays.id];
    await ctx.db
      .update(mergeRequest)
      .set({ ending: "lapsed", endedAt: ctx.now })
      .where(
        and(
          inArray(mergeRequest.mergedId, both),
          inArray(mergeRequest.intoId, both),
          isNull(mergeRequest.ending),
          lt(mergeRequest.dueAt, ctx.now),
        ),
      );
    const dueAt = new Date(ctx.now.getTime() + mergeConsentDays * 86_400_000);
    const row = { id: ctx.newId(), publicId: ctx.newPublicId() };
    const [made] = await ctx.db
      .insert(mergeRequest)
      .values({
        ...row,
        ...{ mergedId: gone.id, intoId: stays.id, reason, dueAt },
        ...{ askedBy: personOf(ctx.actor), askedAt: ctx.now },
      })
      .onConflictDoNothing()
      .returning({ id: mergeRequest.id });
    if (!made) throw new LilinkError("CONFLICT");
    for (const { id: organizationId, publicId } of [gone, stays])
      await ctx.enqueue("notice.deliver", {
        kind: "body.asked",
        causeKey: `${row.id}/${organizationId}`,
        path: `/organizations/${publicId}`,
        params: { organization: stays.name, other: gone.name, reason },
        organizationId,
        adminsOnly: true,
      });
    return { ...row, dueAt };
  },
  audit: ({ from, reason }, { id }) => ({
    subjectKind: "merge_request",
    subjectId: id,
    detail: { from, reason },
  }),
});

/** A request that still stands, with its two bodies. */
async function loadRequest(ctx: Context, publicId: string) {
  const [row] = await ctx.db.select().from(mergeRequest).where(eq(mergeRequest.publicId, publicId));
  if (!row) throw new LilinkError("NOT_FOUND");
  return row;
}

async function ownRequest(ctx: Context, { publicId }: { readonly publicId: string }) {
  const { mergedId, intoId } = await loadRequest(ctx, publicId);
  const own = organizationOf(ctx.actor);
  return { owner: own !== null && [mergedId, intoId].includes(own) };
}

/** An administrator of one of the two bodies signs for it. Officers are told once both did. [BD8] */
export const signMerge = defineMutation({
  name: "body.signMerge",
  input: mergeRequestRefSchema,
  authorize: { action: "organization.edit", resource: ownRequest },
  run: async (ctx, { publicId }) => {
    const row = await loadRequest(ctx, publicId);
    if (row.ending !== null || row.dueAt < ctx.now) throw new LilinkError("WRONG_STATE");
    const organizationId = requireOwn(ctx);
    const said = { signedBy: personOf(ctx.actor), signedAt: ctx.now, takenBackAt: null };
    await ctx.db
      .insert(mergeConsent)
      .values({ requestId: row.id, organizationId, ...said })
      .onConflictDoUpdate({ target: [mergeConsent.requestId, mergeConsent.organizationId], set: said });
    const isSigned = (await findSigned(ctx, row.mergedId, row.intoId)) !== null;
    if (isSigned)
      await ctx.enqueue("notice.deliver", {
        kind: "body.signed",
        causeKey: `${row.id}/${ctx.now.toISOString()}`,
        path: "/review/duplicates",
        params: {},
        officers: true,
      });
    return { id: row.id, isSigned };
  },
  audit: (_input, { id }) => ({ subjectKind: "merge_request", subjectId: id }),
});

/** Takes the own signature back, until the two are merged. [BD8] */
export const unsignMerge = defineMutation({
  name: "body.unsignMerge",
  input: mergeRequestRefSchema,
  authorize: { action: "organization.edit", resource: ownRequest },
  run: async (ctx, { publicId }) => {
    const row = await loadRequest(ctx, publicId);
    const [back] = await ctx.db
      .update(mergeConsent)
      .set({ takenBackAt: ctx.now })
      .where(
        and(
          eq(mergeConsent.requestId, row.id),
          eq(mergeConsent.organizationId, requireOwn(ctx)),
          isNull(mergeConsent.takenBackAt),
          sql`exists (select 1 from merge_request q where q.id = ${row.id} and q.ending is null)`,
        ),
      )
      .returning({ id: mergeConsent.requestId });
    if (!back) throw new LilinkError("WRONG_STATE");
    return { id: row.id };
  },
  audit: (_input, { id }) => ({ subjectKind: "merge_request", subjectId: id }),
});

/** An officer drops a request. [BD8] */
export const dropMerge = defineMutation({
  name: "body.dropMerge",
  input: mergeRequestRefSchema,
  authorize: {
    action: "organization.decide",
    resource: async (ctx, { publicId }) => {
      const barred = await listBarred(ctx);
      const row = await loadRequest(ctx, publicId);
      return { conflict: barred.has(row.mergedId) || barred.has(row.intoId) };
    },
  },
  run: async (ctx, { publicId }) => {
    const [dropped] = await ctx.db
      .update(mergeRequest)
      .set({ ending: "dropped", endedAt: ctx.now })
      .where(and(eq(mergeRequest.publicId, publicId), isNull(mergeRequest.ending)))
      .returning({ id: mergeRequest.id });
    if (!dropped) throw new LilinkError("WRONG_STATE");
    return { id: dropped.id };
  },
  audit: (_input, { id }) => ({ subjectKind: "merge_request", subjectId: id }),
});
