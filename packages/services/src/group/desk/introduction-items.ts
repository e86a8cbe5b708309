import { introduction, introductionParty, ledgerEntry } from "@lilink/db/schema";
import { and, asc, eq, gte, ne, sql } from "drizzle-orm";
import { readTitles } from "../../exchange/introduction/read-titles.ts";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";

const most = 50;

/** Interest that waits for this organization's answer. */
export async function listAnswerItems(ctx: Context, organizationId: string): Promise<DeskItem[]> {
  const rows = await ctx.db
    .select({
      publicId: introduction.publicId,
      askedPostingId: introduction.askedPostingId,
      dueAt: introduction.dueAt,
      sentAt: introduction.sentAt,
    })
    .from(introduction)
    .innerJoin(introductionParty, eq(introductionParty.introductionId, introduction.id))
    .where(
      and(
        eq(introductionParty.organizationId, organizationId),
        eq(introductionParty.side, "asked"),
        eq(introduction.state, "sent"),
        gte(introduction.dueAt, ctx.now),
      ),
    )
    .orderBy(asc(introduction.dueAt))
    .limit(most);
  const titles = await readTitles(
    ctx,
    rows.map((row) => row.askedPostingId),
  );
  return rows.map((row) => ({
    kind: "answer",
    title: titles.get(row.askedPostingId)?.title ?? null,
    count: 1,
    path: `/introductions/${row.publicId}`,
    due: row.dueAt,
    since: row.sentAt,
  }));
}

/** Steps that the other side recorded and that do not count yet. */
export async function listLedgerItems(ctx: Context, organizationId: string): Promise<DeskItem[]> {
  const rows = await ctx.db
    .select({
      publicId: introduction.publicId,
      askedPostingId: introduction.askedPostingId,
      count: sql<number>`count(*)::int`,
      since: sql<string>`min(${ledgerEntry.createdAt})`,
    })
    .from(ledgerEntry)
    .innerJoin(introduction, eq(introduction.id, ledgerEntry.introductionId))
    .innerJoin(introductionParty, eq(introductionParty.introductionId, introduction.id))
    .where(
      and(
        eq(introductionParty.organizationId, organizationId),
        eq(ledgerEntry.state, "proposed"),
        ne(ledgerEntry.proposedSide, introductionParty.side),
      ),
    )
    .groupBy(introduction.publicId, introduction.askedPostingId)
    .limit(most);
  const titles = await readTitles(
    ctx,
    rows.map((row) => row.askedPostingId),
  );
  return rows.map((row) => ({
    kind: "ledger",
    title: titles.get(row.askedPostingId)?.title ?? null,
    count: row.count,
    path: `/introductions/${row.publicId}`,
    due: null,
    since: new Date(row.since),
  }));
}
