import { bodyApartSchema, bodyMergeSchema, mergeUndoSchema } from "@lilink/contract";
import { bodyApart, bodyMerge, organization } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { findMergeBar } from "@lilink/model/organization";
import { personOf } from "@lilink/model/policy";
import { eq, inArray, sql } from "drizzle-orm";
import { listBarred } from "../../ground/actor/barred.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { findSigned } from "./find-signed.ts";
import { readSides } from "./list-pairs.ts";

export async function findBoth(ctx: Context, one: string, other: string) {
  const rows = await ctx.db
    .select({ id: organization.id, publicId: organization.publicId, name: organization.nameZh })
    .from(organization)
    .where(inArray(organization.publicId, [one, other]));
  const [first, second] = [one, other].map((publicId) => rows.find((row) => row.publicId === publicId));
  if (!first || !second) throw new LilinkError("NOT_FOUND");
  return [first, second] as const;
}

/** For `authorize.resource`: whether one of the two touches another body of the officer's. [PL12] */
export async function impartialToBoth(ctx: Context, one: string, other: string) {
  const [pair, barred] = [await findBoth(ctx, one, other), await listBarred(ctx)];
  return { conflict: pair.some(({ id }) => barred.has(id)) };
}

/** Makes two records one. What others say of the body moves to the record that stays; nothing is deleted, and the merge can be undone. [BD3] [BD4] */
export const mergeBodies = defineMutation({
  name: "body.merge",
  input: bodyMergeSchema,
  authorize: {
    action: "organization.decide",
    resource: (ctx, { from, into }) => impartialToBoth(ctx, from, into),
  },
  run: async (ctx, { from, into, reason }) => {
    const [gone, stays] = await findBoth(ctx, from, into);
    const sides = await readSides(ctx, [gone.id, stays.id]);
    const [a, b] = [sides.get(gone.id), sides.get(stays.id)];
    const isSigned = (await findSigned(ctx, gone.id, stays.id)) !== null;
    const bar = a && b ? findMergeBar(a, b, isSigned) : null;
    if (bar) throw toInputError([{ field: "from", rule: bar }]);
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    const answer = await ctx.db.execute<{ made: { moved: number; closed: string[] } | null }>(
      sql`select app.merge_bodies(${id}::uuid, ${publicId}, ${gone.id}::uuid, ${stays.id}::uuid, ${reason}, ${ctx.now.toISOString()}::timestamptz) as made`,
    );
    const made = answer.rows[0]?.made ?? null;
    if (made === null) throw new LilinkError("CONFLICT");
    for (const postingId of made.closed) await ctx.enqueue("posting.match", { postingId });
    for (const organizationId of isSigned ? [stays.id, gone.id] : [stays.id])
      await ctx.enqueue("notice.deliver", {
        kind: "body.merged",
        causeKey: `${id}/${organizationId}`,
        path: `/organizations/${into}`,
        params: { organization: stays.name, other: gone.name, reason },
        organizationId,
        adminsOnly: true,
      });
    return { id: stays.id, publicId, moved: made.moved };
  },
  audit: ({ from, reason }, { id, moved }) => ({
    subjectKind: "organization",
    subjectId: id,
    detail: { from, moved, reason },
  }),
});

/** Makes two records of one again. What was moved and still names the record that stayed goes back. [BD4] */
export const undoMerge = defineMutation({
  name: "body.undoMerge",
  input: mergeUndoSchema,
  authorize: {
    action: "organization.decide",
    resource: async (ctx, { publicId }) => {
      const barred = await listBarred(ctx);
      const row = await loadMerge(ctx, publicId);
      return { conflict: barred.has(row.mergedId) || barred.has(row.intoId) };
    },
  },
  run: async (ctx, { publicId, reason }) => {
    const row = await loadMerge(ctx, publicId);
    if (row.undoneAt) throw new LilinkError("WRONG_STATE", { state: "undone" });
    const sides = await readSides(ctx, [row.intoId]);
    if (sides.get(row.intoId)?.merged) throw toInputError([{ field: "publicId", rule: "mergedSince" }]);
    const answer = await ctx.db.execute<{ back: number | null }>(
      sql`select app.undo_merge(${row.id}::uuid, ${reason}, ${ctx.now.toISOString()}::timestamptz) as back`,
    );
    const back = answer.rows[0]?.back ?? null;
    if (back === null) throw new LilinkError("CONFLICT");
    return { id: row.intoId, back };
  },
  audit: ({ reason }, { id, back }) => ({
    subjectKind: "organization",
    subjectId: id,
    detail: { back, reason },
  }),
});

async function loadMerge(ctx: Context, publicId: string) {
  const [row] = await ctx.db.select().from(bodyMerge).where(eq(bodyMerge.publicId, publicId));
  if (!row) throw new LilinkError("NOT_FOUND");
  return row;
}

/** Two records are of two bodies: the pair is not proposed again. [BD2] */
export const tellApart = defineMutation({
  name: "body.tellApart",
  input: bodyApartSchema,
  authorize: {
    action: "organization.decide",
    resource: (ctx, { first, second }) => impartialToBoth(ctx, first, second),
  },
  run: async (ctx, { first, second, reason }) => {
    const both = (await findBoth(ctx, first, second)).map(({ id }) => id).toSorted();
    const [firstId = "", secondId = ""] = both;
    await ctx.db
      .insert(bodyApart)
      .values({ firstId, secondId, reason, saidBy: personOf(ctx.actor), saidAt: ctx.now })
      .onConflictDoNothing();
    return { id: firstId };
  },
  audit: ({ second, reason }, { id }) => ({
    subjectKind: "organization",
    subjectId: id,
    detail: { second, reason },
  }),
});
