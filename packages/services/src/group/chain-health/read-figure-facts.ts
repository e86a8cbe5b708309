import { boundsOfReleased, type FactorFact, releasedFactors } from "@lilink/model/chain-health";
import type { FigureAnswer } from "@lilink/model/goals/release";
import { lastDayOf } from "@lilink/model/return";
import { rateDefinitions } from "@lilink/model/trace/rate";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

type Cell = FigureAnswer & {
  readonly indicator: string;
  readonly measure: string;
  readonly dimension: string | null;
  readonly place: string | null;
  readonly period: string;
};

/** What releases for everybody say: values, and of withheld figures the published bounds. No other release is read. [WL7] */
export async function readReleaseFacts(ctx: Context): Promise<readonly FactorFact[]> {
  const indicators = [...new Set(releasedFactors.map(({ indicator }) => indicator))];
  const { rows } = await ctx.db.execute<Cell>(
    sql`select distinct on (f.indicator, f.measure, f.dimensions, f.place) f.indicator, f.measure, f.dimensions[1] as dimension,
        f.place[1] as place, f.period, f.status, f.value::text, f.low::text, f.high::text
      from figure_release r join figure_cell f on f.release_id = r.id
      where r.state = 'frozen' and r.audience = 'everyone' and f.audience = 'everyone' and f.status <> 'absent'
        and f.indicator = any (${sql.param(indicators)}::text[]) and cardinality(f.dimensions) < 2
      order by f.indicator, f.measure, f.dimensions, f.place, f.period desc, r.edition desc`,
  );
  return releasedFactors.flatMap((one): readonly FactorFact[] => {
    const cell = rows.find(
      ({ indicator, measure, dimension, place }) =>
        indicator === one.indicator &&
        measure === one.measure &&
        dimension === (one.dimension ?? null) &&
        place === (one.place ?? null),
    );
    const bounds = cell ? boundsOfReleased(one, cell) : null;
    if (!cell || !bounds) return [];
    return [
      {
        node: one.node,
        factor: one.factor,
        ...bounds,
        asOf: lastDayOf(cell.period),
        source: "release",
        path: `/indicators/${one.indicator}`,
      },
    ];
  });
}

const nodesOfRate: Readonly<Record<string, string>> = {
  collection: "collection-network",
  Li: "recycled-li2co3",
  Ni: "regenerated-salts",
  Co: "regenerated-salts",
  Mn: "regenerated-salts",
};

/** What the platform itself counted of collection and recovery: the last published year of each rate. */
export async function readRateFacts(ctx: Context): Promise<readonly FactorFact[]> {
  const codes = rateDefinitions.map(({ series }) => series);
  const { rows } = await ctx.db.execute<{ code: string; year: number; value: number }>(
    sql`select distinct on (s.code) s.code, o.year, o.value::float8 as value from series s join observation o on o.series_id = s.id
      where s.code = any (${sql.param(codes)}::text[]) order by s.code, s.vintage desc, o.year desc`,
  );
  return rateDefinitions.flatMap(({ id, series }): readonly FactorFact[] => {
    const [row, node] = [rows.find(({ code }) => code === series), nodesOfRate[id]];
    if (!row || !node) return [];
    const left = Math.min(1, Math.max(0, 1 - row.value / 100));
    return [
      {
        node,
        factor: "recovery_gap",
        low: left,
        high: left,
        asOf: lastDayOf(String(row.year)),
        source: "rate",
        path: "/batteries/rates",
      },
    ];
  });
}
