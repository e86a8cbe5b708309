import { latestFiguresSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import type { FigureAnswer } from "@lilink/model/goals/release";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";

/** A figure of one period as its latest release tells it. `ageDays` counts from the freezing of that release. */
export type LatestFigure = FigureAnswer & {
  readonly period: string;
  readonly place: readonly string[];
  readonly release: string;
  readonly edition: number;
  readonly frozenAt: Date;
  readonly ageDays: number;
  readonly definition: number | null;
  /** Verified among owed returns, in whole tens of a percent. */
  readonly coverage: number | null;
};

/** Figures of one measure over periods, oldest first; where it is broken down, one for each period and place. */
export type FigureSeries = {
  readonly indicator: string;
  readonly measure: string;
  readonly unit: string;
  readonly headline: boolean;
  readonly figures: readonly LatestFigure[];
};

type Row = {
  indicator: string;
  measure: string;
  unit: string;
  period: string;
  place: string[];
  status: FigureAnswer["status"];
  value: string | null;
  low: string | null;
  high: string | null;
  release: string;
  edition: number;
  frozen_at: Date;
  definition: number | null;
  coverage: number | null;
  headline: boolean;
};

const dayMilliseconds = 86_400_000;

/** What stands on the board: every period's figure from the latest release that the reader may see ([RL8]). */
export const latestFigures = defineQuery({
  name: "release.latest",
  input: latestFiguresSchema,
  rest: { tag: "goals", method: "GET", path: "/figures", open: true, output: shape.figureSeries },
  authorize: { action: "release.browse" },
  run: (ctx, { indicator, measures, dimensions, ...input }): Promise<FigureSeries[]> => {
    const indicators = indicator ? [indicator, ...(input.indicators ?? [])] : input.indicators;
    return readLatest(ctx, { indicators, dimensions, measures: measures === "headline" ? [] : null });
  },
});

/** Whose figures are read; of each indicator its headline and these measures, or all where they are null. */
type Wanted = {
  readonly indicators: readonly string[] | undefined;
  readonly dimensions: readonly string[];
  readonly measures: readonly string[] | null;
};

/** The same for whoever needs them inside another verb. */
export async function readLatest(
  ctx: Context,
  { indicators, dimensions, measures }: Wanted,
): Promise<FigureSeries[]> {
  const { rows } = await ctx.db.execute<Row>(sql`
    with head as materialized (
      select r.id, r.public_id, r.edition, r.frozen_at, c.key as indicator,
        (c.value->>'definition')::int as definition, (c.value->>'percent')::int as coverage, c.value->>'headline' as headline
      from figure_release r, jsonb_each(r.coverage) c where r.state = 'frozen'
        ${indicators ? sql`and c.key = any(${sql.param(indicators)}::text[])` : sql``}
    )
    select distinct on (f.indicator, f.measure, f.period, f.place)
      f.indicator, f.measure, f.unit, f.period, f.place, f.status, f.value::text, f.low::text, f.high::text,
      h.public_id as release, h.edition, h.frozen_at, h.definition, h.coverage, f.measure = h.headline as headline
    from head h join figure_cell f on f.release_id = h.id and f.indicator = h.indicator
    where f.dimensions = ${sql.param(dimensions.toSorted())}::text[]
      ${measures ? sql`and (f.measure = h.headline or f.measure = any(${sql.param(measures)}::text[]))` : sql``}
    order by f.indicator, f.measure, f.period, f.place, h.edition desc`);
  const series = new Map<string, FigureSeries & { figures: LatestFigure[] }>();
  for (const row of rows) {
    const { indicator, measure, unit, headline } = row;
    const key = `${indicator} ${measure}`;
    const one = series.get(key) ?? { indicator, measure, unit, headline, figures: [] };
    one.figures.push(toLatest(row, ctx.now));
    series.set(key, one);
  }
  return [...series.values()];
}

function toLatest(row: Row, now: Date): LatestFigure {
  const frozenAt = new Date(row.frozen_at);
  const answer = { status: row.status, value: row.value, low: row.low, high: row.high } as FigureAnswer;
  return {
    ...answer,
    period: row.period,
    place: row.place,
    release: row.release,
    edition: row.edition,
    frozenAt,
    ageDays: Math.max(0, Math.floor((now.getTime() - frozenAt.getTime()) / dayMilliseconds)),
    definition: row.definition,
    coverage: row.coverage,
  };
}
