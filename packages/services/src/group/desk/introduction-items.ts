import { introduction, introductionParty, ledgerEntry } from "@lilink/db/schema";
import { and, eq, ne, sql } from "drizzle-orm";
import { readSubjects } from "../../exchange/introduction/read-subjects.ts";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";

const most = 50;

/** Steps that the other side recorded and that do not count yet. */
export async function listLedgerItems(ctx: Context, organizationId: string): Promise<DeskItem[]> {
  const rows = await ctx.db
    .select({
      publicId: introduction.publicId,
      askedPostingId: introduction.askedPostingId,
      achievementId: introduction.achievementId,
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
    .groupBy(introduction.publicId, introduction.askedPostingId, introduction.achievementId)
    .limit(most);
  const subjectOf = await readSubjects(ctx, rows);
  return rows.map((row) => ({
    kind: "ledger",
    ...subjectOf(row),
    count: row.count,
    path: `/introductions/${row.publicId}`,
    due: null,
    since: new Date(row.since),
  }));
}
