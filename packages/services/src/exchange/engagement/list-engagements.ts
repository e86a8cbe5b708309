import { engagementRefSchema } from "@lilink/contract";
import { advisedDraft, engagement, posting, proposedPair } from "@lilink/db/schema";
import { personOf } from "@lilink/model/policy";
import { desc, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readTitles } from "../introduction/read-titles.ts";
import { listAccompanied } from "./accompany.ts";
import { pairLapsed, toPairs } from "./propose-pair.ts";
import { loadEngagement, ownEngagement, readBodies, toEngagement } from "./read-engagements.ts";

/** The advisers whom the own organization named, newest first. [AV1] */
export const listAdvisers = defineQuery({
  name: "engagement.list",
  input: z.object({}),
  authorize: { action: "engagement.read", resource: ownOrganization },
  run: async (ctx) => listWhere(ctx, eq(engagement.organizationId, requireOwn(ctx))),
});

/** The clients of the acting person, and those who named them and wait. [AV1] */
export const listClients = defineQuery({
  name: "engagement.clients",
  input: z.object({}),
  authorize: { action: "engagement.read", resource: ownOrganization },
  run: async (ctx) => listWhere(ctx, ne(engagement.organizationId, requireOwn(ctx))),
});

async function listWhere(ctx: Context, which: ReturnType<typeof eq>) {
  const rows = await ctx.db.select().from(engagement).where(which).orderBy(desc(engagement.id)).limit(200);
  const bodies = await readBodies(
    ctx,
    rows.flatMap(({ organizationId, adviserOrg }) => [organizationId, adviserOrg]),
  );
  return rows.map((row) => toEngagement(ctx, row, bodies));
}

/** One client as its adviser works for it: drafts, pairs and introductions, each as far as the engagement lets it now. */
export const loadClient = defineQuery({
  name: "engagement.load",
  input: engagementRefSchema,
  authorize: { action: "engagement.advise", resource: ownEngagement },
  run: async (ctx, { publicId }) => {
    const row = await loadEngagement(ctx, publicId);
    const bodies = await readBodies(ctx, [row.organizationId, row.adviserOrg]);
    const { rows: live } = await ctx.db.execute<{ id: string }>(
      sql`select c as id from app.client_postings(${row.id}::uuid) c`,
    );
    const titles = await readTitles(
      ctx,
      live.map(({ id }) => id),
    );
    const pairs = await ctx.db
      .select({
        publicId: proposedPair.publicId,
        reason: proposedPair.reason,
        state: proposedPair.state,
        lapsed: pairLapsed,
        adviserName: proposedPair.adviserName,
        adviserOrg: proposedPair.adviserOrg,
        ownId: proposedPair.ownPostingId,
        otherId: proposedPair.otherPostingId,
        proposedAt: proposedPair.proposedAt,
        decidedAt: proposedPair.decidedAt,
      })
      .from(proposedPair)
      .where(eq(proposedPair.engagementId, row.id))
      .orderBy(desc(proposedPair.id))
      .limit(100);
    return {
      ...toEngagement(ctx, row, bodies),
      mine: row.adviserId === personOf(ctx.actor),
      drafts: await readDrafts(ctx, row.id),
      postings: [...titles.values()],
      pairs: (await toPairs(ctx, pairs)).map(({ ownId, ...pair }) => ({
        ...pair,
        own: titles.get(ownId) ?? null,
      })),
      introductions: await readIntroductions(ctx, row.id),
    };
  },
});

/** Drafts of an engagement; what was handed over shows no more than that it was. */
async function readDrafts(ctx: Context, engagementId: string) {
  const rows = await ctx.db
    .select({
      publicId: posting.publicId,
      kind: posting.kind,
      title: posting.title,
      preparedAt: advisedDraft.preparedAt,
      handedAt: advisedDraft.handedAt,
    })
    .from(advisedDraft)
    .leftJoin(posting, eq(posting.id, advisedDraft.postingId))
    .where(eq(advisedDraft.engagementId, engagementId))
    .orderBy(desc(advisedDraft.preparedAt))
    .limit(100);
  return rows;
}

async function readIntroductions(ctx: Context, engagementId: string) {
  const rows = (await listAccompanied(ctx)).filter((row) => row.engagementId === engagementId);
  const titles = await readTitles(
    ctx,
    rows.map(({ askedPostingId }) => askedPostingId),
  );
  const bodies = await readBodies(
    ctx,
    rows.map(({ otherId }) => otherId),
  );
  return rows.map(({ publicId, askedPostingId, otherId, letInAt }) => ({
    publicId,
    letInAt,
    asked: titles.get(askedPostingId) ?? null,
    other: bodies.get(otherId) ?? null,
  }));
}
