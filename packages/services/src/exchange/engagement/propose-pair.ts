import { decidePairSchema, postingRefSchema, proposePairSchema } from "@lilink/contract";
import { postingHead, proposedPair } from "@lilink/db/schema";
import { pairMachine } from "@lilink/model/engagement";
import { LilinkError, toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { and, desc, eq, sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { findOwnContact } from "../introduction/own-contact.ts";
import { readTitles } from "../introduction/read-titles.ts";
import { ownPosting } from "../posting/load-posting-row.ts";
import { readParts } from "../posting/read-parts.ts";
import { loadEngagement, ownEngagement, readBodies, requireHolding } from "./read-engagements.ts";

/**
 * Proposes that a live posting of the client and one of somebody else belong together. Where the other shows its name, an adviser with a hand on it is
 * refused. Where it does not, nothing is said, for that would tell whose it is: the client is not shown the pair. [AV3] [AV5]
 */
export const proposePair = defineMutation({
  name: "engagement.pair",
  input: proposePairSchema,
  authorize: { action: "engagement.advise", resource: ownEngagement },
  run: async (ctx, input) => {
    const row = await loadEngagement(ctx, input.publicId);
    await requireHolding(ctx, row, "pair");
    const { rows: owned } = await ctx.db.execute<{ id: string }>(
      sql`select h.posting_id as id from posting_head h join app.client_postings(${row.id}::uuid) c on c = h.posting_id where h.public_id = ${input.own}`,
    );
    const own = owned[0]?.id;
    if (!own) throw toInputError([{ field: "own", rule: "notInList" }]);
    const [head] = await ctx.db
      .select({ id: postingHead.postingId })
      .from(postingHead)
      .where(and(eq(postingHead.publicId, input.other), eq(postingHead.state, "published")));
    const [reading] = head ? await readParts(ctx, [head.id], ["live"]) : [];
    if (!head || !reading || head.id === own) throw toInputError([{ field: "other", rule: "notInList" }]);
    const shown = reading.fields.identity?.publicId;
    if (shown) await requireFreeOf(ctx, row.id, shown);
    const self = await findOwnContact(ctx);
    const id = ctx.newId();
    const made = await ctx.db
      .insert(proposedPair)
      .values({
        id,
        publicId: ctx.newPublicId(),
        engagementId: row.id,
        organizationId: row.organizationId,
        adviserOrg: requireOwn(ctx),
        adviserName: self?.name ?? "",
        ownPostingId: own,
        otherPostingId: head.id,
        reason: input.reason,
        state: pairMachine.start,
        proposedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: proposedPair.id });
    if (made.length === 0) throw toInputError([{ field: "other", rule: "duplicate" }]);
    await ctx.enqueue("notice.deliver", {
      kind: "engagement.paired",
      causeKey: id,
      path: `/postings/${input.own}/matches`,
      params: {},
      pairId: id,
    });
    return { id, client: row.organizationId };
  },
  audit: ({ other }, { id, client }) => ({
    subjectKind: "pair",
    subjectId: id,
    detail: { posting: other },
    forBody: client,
  }),
});

/** Refuses a posting of the client itself, of a body of the adviser's, or of another client, by the name that it shows. */
async function requireFreeOf(ctx: Context, engagementId: string, shown: string): Promise<void> {
  const { rows } = await ctx.db.execute<{ torn: boolean }>(
    sql`select app.has_hand_on(${engagementId}::uuid, o.id) as torn from organization o where o.public_id = ${shown}`,
  );
  if (rows[0]?.torn) throw toInputError([{ field: "other", rule: "tornAdviser" }]);
}

/** Whether nobody can answer it any more: a posting of the two has ended, or the engagement. [AV5] */
export const pairLapsed = sql<boolean>`app.pair_lapsed(${proposedPair.id})`;

/** What advisers proposed for one own posting, newest first. [AV5] */
export const listProposedPairs = defineQuery({
  name: "engagement.pairs",
  input: postingRefSchema,
  authorize: { action: "match.read", resource: ownPosting },
  run: async (ctx, { publicId }) => {
    const rows = await ctx.db
      .select({
        publicId: proposedPair.publicId,
        reason: proposedPair.reason,
        state: proposedPair.state,
        lapsed: pairLapsed,
        adviserName: proposedPair.adviserName,
        adviserOrg: proposedPair.adviserOrg,
        otherId: proposedPair.otherPostingId,
        proposedAt: proposedPair.proposedAt,
        decidedAt: proposedPair.decidedAt,
      })
      .from(proposedPair)
      .innerJoin(postingHead, eq(postingHead.postingId, proposedPair.ownPostingId))
      .where(and(eq(postingHead.publicId, publicId), eq(proposedPair.organizationId, requireOwn(ctx))))
      .orderBy(desc(proposedPair.id))
      .limit(100);
    return toPairs(ctx, rows);
  },
});

type PairRow = { readonly adviserOrg: string; readonly otherId: string };

/** Pairs as they leave: each with the other posting by what any member reads of it. */
export async function toPairs<R extends PairRow>(ctx: Context, rows: readonly R[]) {
  const titles = await readTitles(
    ctx,
    rows.map(({ otherId }) => otherId),
  );
  const bodies = await readBodies(
    ctx,
    rows.map(({ adviserOrg }) => adviserOrg),
  );
  return rows.map(({ adviserOrg, otherId, ...row }) => ({
    ...row,
    adviserBody: bodies.get(adviserOrg) ?? null,
    other: titles.get(otherId) ?? null,
  }));
}

/** The client takes a pair up, or puts it aside; asking for an introduction stays its own act. [AV5] */
export const decidePair = defineMutation({
  name: "engagement.decidePair",
  input: decidePairSchema,
  authorize: { action: "engagement.decide", resource: ownOrganization },
  run: async (ctx, { publicId, take }) => {
    const own = and(eq(proposedPair.publicId, publicId), eq(proposedPair.organizationId, requireOwn(ctx)));
    const [row] = await ctx.db
      .select({
        id: proposedPair.id,
        state: proposedPair.state,
        lapsed: pairLapsed,
        other: postingHead.publicId,
      })
      .from(proposedPair)
      .innerJoin(postingHead, eq(postingHead.postingId, proposedPair.otherPostingId))
      .where(own);
    if (!row) throw new LilinkError("NOT_FOUND");
    if (row.lapsed) throw new LilinkError("WRONG_STATE", { state: "lapsed" });
    const step = take ? "take" : "dismiss";
    const done = await ctx.db
      .update(proposedPair)
      .set({ state: pairMachine.steps[step].to, decidedBy: personOf(ctx.actor), decidedAt: ctx.now })
      .where(and(own, standsFor(proposedPair.state, pairMachine, step)))
      .returning({ id: proposedPair.id });
    if (done.length === 0) throw new LilinkError("WRONG_STATE", { state: row.state });
    return { id: row.id, other: row.other };
  },
  audit: ({ take }, { id, other }) => ({
    subjectKind: "pair",
    subjectId: id,
    detail: { yes: take, posting: other },
  }),
});
