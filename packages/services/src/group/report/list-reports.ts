import { listReportsSchema } from "@lilink/contract";
import { abuseReport } from "@lilink/db/schema";
import { isOfficer } from "@lilink/model/policy";
import type { ReportFinding, ReportReason, ReportSubject } from "@lilink/model/report";
import { and, asc, desc, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";

export type ReportView = {
  readonly publicId: string;
  readonly subject: ReportSubject;
  readonly subjectPublicId: string;
  readonly reason: ReportReason;
  /** Null where the officer stays away from the report, as the note and the names are. */
  readonly words: string | null;
  readonly createdAt: Date;
  readonly finding: ReportFinding | null;
  readonly note: string | null;
  readonly decidedAt: Date | null;
  /** Who reported, and whom it is about: for officers alone. */
  readonly names: { readonly reporter: string; readonly about: string } | null;
  /** It touches another body of the officer's, so that another officer decides ([PL12]). */
  readonly conflict: boolean;
};

// As SQL, for a half of the union comes from a function, which drizzle takes for no table.
const columns = {
  id: sql<string>`${abuseReport.id}`,
  publicId: sql<string>`${abuseReport.publicId}`,
  subject: sql<ReportSubject>`${abuseReport.subjectKind}`,
  subjectPublicId: sql<string>`${abuseReport.subjectPublicId}`,
  reason: sql<ReportReason>`${abuseReport.reason}`,
  words: sql<string | null>`${abuseReport.words}`,
  createdAt: sql<Date>`${abuseReport.createdAt}`.mapWith(abuseReport.createdAt),
  finding: sql<ReportFinding | null>`${abuseReport.finding}`,
  note: sql<string | null>`${abuseReport.note}`,
  decidedAt: sql<Date | null>`${abuseReport.decidedAt}`.mapWith(abuseReport.decidedAt),
} as const;

/** Reports: all of them to officers, their own to a member's organization; open ones oldest first ([RA10]). */
export const listReports = defineQuery({
  name: "report.list",
  input: listReportsSchema,
  authorize: { action: "report.read" },
  run: async (ctx, input) => {
    const open = input.state === "open";
    const after = input.cursor ? readKeyCursor(input.cursor) : null;
    const which = and(
      open ? isNull(abuseReport.finding) : isNotNull(abuseReport.finding),
      after
        ? sql`(${abuseReport.createdAt}, ${abuseReport.publicId}) ${open ? sql`>` : sql`<`} (${after[0]}::timestamptz, ${after[1]})`
        : undefined,
    );
    const select = (from: typeof abuseReport | SQL) => ctx.db.select(columns).from(from).where(which);
    const rows = await unionAll(select(abuseReport), select(sql`app.kept_reports() as abuse_report`))
      .orderBy(
        ...(open
          ? [asc(abuseReport.createdAt), asc(abuseReport.publicId)]
          : [desc(abuseReport.createdAt), desc(abuseReport.publicId)]),
      )
      .limit(input.limit + 1);
    const names = await readNames(
      ctx,
      rows.map(({ id }) => id),
    );
    return toPage(
      rows,
      input.limit,
      (row) => [row.createdAt.toISOString(), row.publicId],
      ({ id, ...row }): ReportView => ({
        ...row,
        names: names.get(id) ?? null,
        conflict: row.words === null,
      }),
    );
  },
});

async function readNames(ctx: Context, ids: readonly string[]) {
  if (!isOfficer(ctx.actor) || ids.length === 0) return new Map<string, NonNullable<ReportView["names"]>>();
  const { rows } = await ctx.db.execute<{ id: string; reporter: string; about: string }>(
    sql`select id, reporter, about from app.report_names(${sql.param([...ids])}::uuid[])`,
  );
  return new Map(rows.map(({ id, reporter, about }) => [id, { reporter, about }]));
}
