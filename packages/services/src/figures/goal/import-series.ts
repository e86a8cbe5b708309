import { importSeriesSchema } from "@lilink/contract";
import { observation, series } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";

type Head = z.output<typeof importSeriesSchema>["series"][number];
type Row = z.output<typeof importSeriesSchema>["rows"][number];

export type ImportResult = {
  readonly added: string[];
  readonly unchanged: string[];
  readonly figures: number;
};

/**
 * Takes in series whole or not at all. An edition (code, vintage) that is there already with the same figures is left
 * alone; with other figures it is a CONFLICT, because a published edition never changes silently ([GO7]).
 */
export const importSeries = defineMutation({
  name: "goal.import",
  input: importSeriesSchema,
  authorize: { action: "goal.import" },
  run: async (ctx, input): Promise<ImportResult> => {
    const result = { added: [] as string[], unchanged: [] as string[], figures: 0 };
    for (const head of input.series) {
      const rows = input.rows.filter((row) => row.series === head.code);
      if (await hasEdition(ctx, head, rows)) {
        result.unchanged.push(head.code);
        continue;
      }
      await addEdition(ctx, head, rows);
      result.added.push(head.code);
      result.figures += rows.length;
    }
    return result;
  },
  audit: (_input, output) =>
    output.added.length > 0
      ? { subjectKind: "series", subjectId: null, detail: { added: output.added, figures: output.figures } }
      : null,
});

async function hasEdition(ctx: Context, head: Head, rows: readonly Row[]): Promise<boolean> {
  const [known] = await ctx.db
    .select({ id: series.id })
    .from(series)
    .where(and(eq(series.code, head.code), eq(series.vintage, head.vintage)));
  if (!known) return false;
  const stored = await ctx.db
    .select({ region: observation.region, period: observation.period, value: observation.value })
    .from(observation)
    .where(eq(observation.seriesId, known.id));
  const keys = (list: readonly { region: string; period: string; value: string }[]) =>
    list.map((row) => `${row.region}\u0000${row.period}\u0000${plain(row.value)}`).sort();
  if (JSON.stringify(keys(stored)) !== JSON.stringify(keys(rows))) {
    throw new LilinkError("CONFLICT", { field: "vintage", code: head.code, vintage: head.vintage });
  }
  return true;
}

/** 1.50 and 1.5 are the same figure. */
function plain(value: string): string {
  return value.includes(".") ? value.replace(/0+$/, "").replace(/\.$/, "") : value;
}

async function addEdition(ctx: Context, head: Head, rows: readonly Row[]): Promise<void> {
  const id = ctx.newId();
  const { name, ...rest } = head;
  await ctx.db.insert(series).values({ ...rest, id, nameZh: name.zh, nameEn: name.en, importedAt: ctx.now });
  const values = rows.map((row) => ({
    id: ctx.newId(),
    seriesId: id,
    region: row.region,
    year: row.year,
    period: row.period,
    value: row.value,
    note: row.note ?? null,
  }));
  for (let from = 0; from < values.length; from += 1000) {
    await ctx.db.insert(observation).values(values.slice(from, from + 1000));
  }
}
