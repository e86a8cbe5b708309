import { organization } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { organizationOf } from "@lilink/model/policy";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** An alarm goes out at the budget; reading on ends at so many budgets. */
export const budgetsToStop = 4;
const alarms = 20;
const chinaMilliseconds = 8 * 3_600_000;

/** The day of an instant in China, on which readings are counted. */
export function readingDayOf(now: Date): string {
  return new Date(now.getTime() + chinaMilliseconds).toISOString().slice(0, 10);
}

/**
 * Counts that the actor's organization reads one more posting or organization today ([RA5]). At its budget the officers
 * are told, once; at four times that nothing new is read until tomorrow, and what was read stays readable.
 */
export async function noteReading(
  ctx: Context,
  kind: "posting" | "organization",
  subjectId: string,
): Promise<void> {
  const organizationId = organizationOf(ctx.actor);
  const budget = ctx.guard.limits.reading.organization;
  if (!organizationId || !budget) return;
  const day = readingDayOf(ctx.now);
  const { rows } = await ctx.db.execute<{ n: number | null }>(
    sql`select app.note_reading(${kind}, ${subjectId}::uuid, ${day}::date) as n`,
  );
  const read = rows[0]?.n ?? 0;
  const most = budget.count * budgetsToStop;
  if (read > most) throw new LilinkError("LIMIT_REACHED", { max: most });
  // Several may be counted at one moment, so the alarm rings for a stretch and is delivered once.
  if (read <= budget.count || read > budget.count + alarms) return;
  const [own] = await ctx.db
    .select({ name: organization.nameZh })
    .from(organization)
    .where(eq(organization.id, organizationId));
  await ctx.enqueue("notice.deliver", {
    kind: "reading.budget",
    causeKey: `${organizationId} ${day} ${kind}`,
    path: "/review/reports",
    params: { organization: own?.name ?? "", kind, count: String(budget.count), day },
    officers: true,
  });
}
