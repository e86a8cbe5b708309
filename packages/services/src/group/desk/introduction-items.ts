import { introduction, introductionParty, ledgerEntry } from "@lilink/db/schema";
import { and, eq, ne, sql } from "drizzle-orm";
import { readTitles } from "../../exchange/introduction/read-titles.ts";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";

const most = 50;

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
    concept: titles.get(row.askedPostingId)?.concept ?? null,
    count: row.count,
    path: `/introductions/${row.publicId}`,
    due: null,
    since: new Date(row.since),
  }));
}
