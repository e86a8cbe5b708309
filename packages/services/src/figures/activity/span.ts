import { shiftDate, startOfShanghaiDay } from "@lilink/model/calendar";
import type { Period } from "@lilink/model/return";
import { sql } from "drizzle-orm";

/** A period as the database compares it: its days, its instants (the end excluded), and when it is looked at. */
export type Span = {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly from: string;
  readonly until: string;
  readonly asOf: string;
};

export function toSpan({ firstDay, lastDay }: Pick<Period, "firstDay" | "lastDay">, asOf: Date): Span {
  return {
    firstDay,
    lastDay,
    from: startOfShanghaiDay(firstDay).toISOString(),
    until: startOfShanghaiDay(shiftDate(lastDay, 1)).toISOString(),
    asOf: asOf.toISOString(),
  };
}

/** When a posting was first published, or null; later versions and renewals do not move it. */
export function firstPublished(posting: ReturnType<typeof sql>) {
  return sql`(select min(e.published_at) from posting_part e where e.posting_id = ${posting} and e.published_at is not null)`;
}

/** What both sides of an introduction confirmed by the instant that is looked at. [EX6] */
export function confirmedEntries({ asOf }: Span) {
  return sql`ledger_entry l where l.state = 'confirmed' and l.decided_at <= ${asOf}::timestamptz`;
}
