import { confirmedSets, type ReportingSet, type RuleReading } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

export type KeptReading = {
  readonly ruleSet: string;
  readonly from: string;
  readonly deadlines: Readonly<Record<string, number>> | null;
  readonly source: string;
  readonly note: string | null;
  readonly by: string | null;
  readonly on: string;
};

/** What officers read, the oldest first. */
export async function readReadings(ctx: Context): Promise<readonly KeptReading[]> {
  const { rows } = await ctx.db.execute<KeptReading>(
    sql`select r.rule_set as "ruleSet", r.from_on::text as "from", r.deadlines, r.source, r.note, p.name as by,
        to_char(r.recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "on"
      from rule_reading r left join person p on p.id = r.recorded_by order by r.recorded_at, r.id limit 500`,
  );
  return rows;
}

/** The deadlines as they count today. [TR25] */
export async function readReportingSets(ctx: Context): Promise<readonly ReportingSet[]> {
  const { rows } = await ctx.db.execute<Pick<KeptReading, "ruleSet" | "from" | "deadlines">>(
    sql`select rule_set as "ruleSet", from_on::text as "from", deadlines from rule_reading
      where deadlines is not null order by recorded_at, id limit 500`,
  );
  return confirmedSets(rows.map(toReading));
}

export function toReading({
  ruleSet,
  from,
  deadlines,
}: Pick<KeptReading, "ruleSet" | "from" | "deadlines">): RuleReading {
  return {
    ruleSet,
    from,
    deadlines: Object.entries(deadlines ?? {}).map(([licence, workingDays]) => ({
      licence:
        licence === "other" ? null : (licence as NonNullable<RuleReading["deadlines"][number]["licence"]>),
      workingDays,
    })),
  };
}
