import { observation, series } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import { desc, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { type ImportResult, importSeries } from "../goal/import-series.ts";

export type ComputedSeries = {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly unit: string;
  readonly source: string;
  readonly rows: readonly ComputedRow[];
};

export type ComputedRow = {
  /** ISO 3166-1, or WLD; China unless told. */
  readonly region?: string;
  readonly year: number;
  /** As it is to be stored. */
  readonly value: string;
  readonly note?: string;
};

const home = "CN";
type Stored = Omit<ComputedRow, "note"> & { readonly note?: string | null };

/**
 * Publishes what the platform's own records say by year as a series: an edition a day, and none where the last one says the same. An officer
 * may adopt a figure for its indicator. [GO14]
 */
export async function publishComputed(ctx: Context, told: readonly ComputedSeries[]): Promise<ImportResult> {
  const vintage = toShanghaiDate(ctx.now);
  const result: ImportResult = { added: [], unchanged: [], figures: 0 };
  let figures = 0;
  for (const { code, name, unit, source, rows } of told) {
    if (rows.length === 0) continue;
    const isKnown = await saysTheSame(ctx, code, rows);
    const added = isKnown
      ? null
      : await importOne(ctx, {
          series: [
            {
              ...{ code, name, unit, source, vintage },
              address: null,
              licence: "CC-BY-4.0",
              confidence: "computed" as const,
            },
          ],
          rows: rows.map(({ region = home, ...row }) => ({
            ...{ series: code, region, period: String(row.year) },
            ...row,
          })),
        });
    (added?.added.length ? result.added : result.unchanged).push(code);
    figures += added?.figures ?? 0;
  }
  return { ...result, figures };
}

async function importOne(ctx: Context, input: Parameters<typeof importSeries.run>[1]) {
  try {
    return await importSeries.run(ctx, input);
  } catch (error) {
    // An edition of today says something else already: a published one never changes, the next is tomorrow's.
    if (!(error instanceof LilinkError && error.code === "CONFLICT")) throw error;
    return null;
  }
}

async function saysTheSame(ctx: Context, code: string, rows: ComputedSeries["rows"]): Promise<boolean> {
  const [last] = await ctx.db
    .select({ id: series.id })
    .from(series)
    .where(eq(series.code, code))
    .orderBy(desc(series.vintage))
    .limit(1);
  if (!last) return false;
  const stored = await ctx.db
    .select({
      region: observation.region,
      year: observation.year,
      value: observation.value,
      note: observation.note,
    })
    .from(observation)
    .where(eq(observation.seriesId, last.id));
  const keys = (list: readonly Stored[]) =>
    list
      .map(({ region = home, year, value, note }) => `${region} ${year} ${Number(value)} ${note ?? ""}`)
      .sort();
  return JSON.stringify(keys(stored)) === JSON.stringify(keys(rows));
}

/** What the log of acts says of editions. */
export const auditComputed = (_input: unknown, { added, figures }: ImportResult) =>
  added.length > 0 ? { subjectKind: "series" as const, subjectId: null, detail: { added, figures } } : null;
