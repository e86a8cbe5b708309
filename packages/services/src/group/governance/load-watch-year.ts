import { countWorkingDays, toShanghaiDate } from "@lilink/model/calendar";
import { dutyRules } from "@lilink/model/duty";
import { registerOf } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const items = registerOf("watchItem");

type Row = {
  readonly publicId: string;
  readonly state: string;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
  readonly kind: string;
  readonly country: string;
  readonly severity: string | null;
  readonly dueOn: string | null;
  readonly decision: "action" | "no_action" | "watch_until" | null;
  readonly because: string | null;
  readonly filedAt: Date;
  readonly triagedAt: Date | null;
  readonly closedAt: Date | null;
};

export type WatchYear = {
  readonly year: number;
  readonly years: readonly number[];
  /** Items that were filed in the year, without those that were merged into another one. */
  readonly filed: number;
  readonly merged: number;
  readonly triaged: number;
  /** Graded within the working days of the duty. */
  readonly triagedInTime: number;
  readonly closed: number;
  /** Decided by the day that was due. */
  readonly closedInTime: number;
  /** Between filing and decision. */
  readonly medianDays: number | null;
  readonly overdue: number;
  readonly byKind: readonly { readonly kind: string; readonly filed: number; readonly closed: number }[];
  readonly byCountry: readonly { readonly country: string; readonly filed: number }[];
  readonly decisions: readonly (Pick<Row, "publicId" | "titleZh" | "titleEn" | "because"> & {
    readonly decision: NonNullable<Row["decision"]>;
    readonly closedOn: string;
  })[];
};

/** A year of the watch: how much was filed, how much of it was graded and decided in time, and every decision with its reason. [WA5] */
export const loadWatchYear = defineQuery({
  name: "watch.year",
  input: z.object({ year: z.number().int().min(2000).max(2100).optional() }),
  authorize: { action: "record.consult" },
  run: async (ctx, { year: asked }): Promise<WatchYear> => {
    const today = toShanghaiDate(ctx.now);
    const year = asked ?? Number(today.slice(0, 4));
    const { rows } = await ctx.db.execute<Omit<Row, "filedAt"> & { readonly filedAt: Date }>(
      sql`select h.public_id as "publicId", h.state, v.title_zh as "titleZh", v.title_en as "titleEn", v.kind, v.country, v.severity,
          v.due_on as "dueOn", v.decision, v.because, h.created_at as "filedAt",
          (select min(s.taken_at) from record_step s where s.record_id = h.id and s.register = ${items.name} and s.step = 'triage') as "triagedAt",
          (select max(s.taken_at) from record_step s where s.record_id = h.id and s.register = ${items.name} and s.to_state = 'closed') as "closedAt"
        from ${headOf(items)} h join ${versionOf(items)} v on v.record_id = h.id and v.status = 'live' and v.level = 'member'
        order by h.created_at limit 20000`,
    );
    const yearOf = (at: Date) => Number(toShanghaiDate(at).slice(0, 4));
    const all = rows.map((row) => ({
      ...row,
      filedAt: new Date(row.filedAt),
      triagedAt: row.triagedAt && new Date(row.triagedAt),
      closedAt: row.closedAt && new Date(row.closedAt),
    }));
    const inYear = all.filter(({ filedAt }) => yearOf(filedAt) === year);
    const own = inYear.filter(({ state }) => state !== "merged");
    const triaged = own.flatMap(({ filedAt, triagedAt }) => (triagedAt ? [{ filedAt, triagedAt }] : []));
    const closed = all.flatMap((row) =>
      row.closedAt && row.state === "closed" && yearOf(row.closedAt) === year
        ? [{ ...row, closedAt: row.closedAt }]
        : [],
    );
    const days = closed
      .map(({ filedAt, closedAt }) => Math.round((closedAt.getTime() - filedAt.getTime()) / 86_400_000))
      .sort((a, b) => a - b);
    const kinds = [...new Set(own.map(({ kind }) => kind))].sort();
    const countries = [...new Set(own.map(({ country }) => country))];
    return {
      year,
      years: [...new Set([...all.map(({ filedAt }) => yearOf(filedAt)), Number(today.slice(0, 4))])].sort(),
      filed: own.length,
      merged: inYear.length - own.length,
      triaged: triaged.length,
      triagedInTime: triaged.filter(
        ({ filedAt, triagedAt }) =>
          countWorkingDays(filedAt, triagedAt) <= dutyRules["watchItem.triage"].workingDays,
      ).length,
      closed: closed.length,
      closedInTime: closed.filter(
        ({ dueOn, closedAt }) => dueOn !== null && toShanghaiDate(closedAt) <= dueOn,
      ).length,
      medianDays: days.length === 0 ? null : (days[Math.floor((days.length - 1) / 2)] ?? null),
      overdue: all.filter(
        ({ state, dueOn }) => dueOn !== null && dueOn < today && state !== "closed" && state !== "merged",
      ).length,
      byKind: kinds.map((kind) => ({
        kind,
        filed: own.filter((one) => one.kind === kind).length,
        closed: closed.filter((one) => one.kind === kind).length,
      })),
      byCountry: countries
        .map((country) => ({ country, filed: own.filter((one) => one.country === country).length }))
        .sort((a, b) => b.filed - a.filed),
      decisions: closed.flatMap(({ publicId, titleZh, titleEn, decision, because, closedAt }) =>
        decision
          ? [{ publicId, titleZh, titleEn, decision, because, closedOn: toShanghaiDate(closedAt) }]
          : [],
      ),
    };
  },
});
