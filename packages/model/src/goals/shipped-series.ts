import tradeAggregatesJson from "./data/trade-aggregates.json" with { type: "json" };
import usgsJson from "./data/usgs-production.json" with { type: "json" };
import { parseTradeAggregates } from "./import/parse-trade-aggregates.ts";
import type { Imported, Series } from "./series.ts";

const { rows: usgsRows, ...usgsHead } = usgsJson;

const usgs: Series = { ...usgsHead, confidence: "published" };

/**
 * The series whose licence lets the product ship them: lithium production of the USGS (MIT copy) and single published
 * trade figures with their address. [GO5]
 */
export function shippedSeries(): Imported {
  const trade = parseTradeAggregates(tradeAggregatesJson);
  const production = usgsRows.map(({ region, period, value }) => ({
    series: usgs.code,
    region,
    year: Number(period),
    period,
    value,
  }));
  return {
    series: [usgs, ...trade.series],
    rows: [...production, ...trade.rows],
    faults: trade.faults,
  };
}
