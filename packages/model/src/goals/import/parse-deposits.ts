import { Decimal } from "decimal.js";
import type { Imported, ImportFault, Observation, Series, SeriesAbout } from "../series.ts";
import { readQuantity, readText } from "./read-cell.ts";
import { readCsv } from "./read-csv.ts";
import { regionOf } from "./region.ts";

const measures = [
  {
    column: "reserve",
    suffix: "reserve",
    zh: "锂储量，分矿床加总",
    en: "Lithium reserves, summed over deposits",
  },
  {
    column: "all_resource",
    suffix: "resource",
    zh: "锂资源量，分矿床加总",
    en: "Lithium resources, summed over deposits",
  },
] as const;

/** What the file writes where it knows nothing. */
const unknown = ["", "NA"];

/**
 * Reads the layout of a list of deposits: Country, Deposit_Name, reserve and all_resource in kt Li, NA where unknown. Deposits
 * add up by country; the list has no year of its own, so it takes that of its vintage.
 * @param about overrides what is said of source, licence and vintage; the vintage has to name a year
 * @example parseDeposits(text, { vintage: "2023" }).rows[0]?.region // "AR"
 */
export function parseDeposits(text: string, about: SeriesAbout = {}): Imported {
  const csv = readCsv(text, ["Country", "Deposit_Name", ...measures.map(({ column }) => column)]);
  const faults: ImportFault[] = [...csv.faults];
  const [period] = /(?:19|20)\d{2}/.exec(about.vintage ?? "") ?? [];
  if (!period) faults.push({ row: 0, column: "--vintage", rule: "notADate" });
  const sums = new Map(measures.map(({ suffix }) => [suffix as string, new Map<string, Decimal>()]));
  const seen = new Set<string>();
  for (const { row, cells } of csv.rows) {
    const country = readText({ row, column: "Country", text: cells.Country ?? "" });
    const name = readText({ row, column: "Deposit_Name", text: cells.Deposit_Name ?? "" });
    for (const read of [country, name]) if (!read.ok) faults.push(read.fault);
    if (!country.ok || !name.ok) continue;
    const place = `${country.value} ${name.value}`;
    if (seen.has(place)) {
      faults.push({ row, column: "Deposit_Name", rule: "duplicate", params: { found: name.value } });
      continue;
    }
    seen.add(place);
    for (const { column, suffix } of measures) {
      const printed = cells[column] ?? "";
      if (unknown.includes(printed)) continue;
      const value = readQuantity({ row, column, text: printed });
      if (!value.ok) faults.push(value.fault);
      else addUp(sums.get(suffix), regionOf(country.value), value.value);
    }
  }
  const series = measures.map((measure) => toSeries(measure, about));
  const rows = series.flatMap(({ code }, at): readonly Observation[] =>
    [...(sums.get(measures[at]?.suffix ?? "") ?? [])].map(([region, value]) => ({
      series: code,
      region,
      year: Number(period),
      period: period ?? "",
      value: value.toFixed(),
    })),
  );
  return { series, rows: period ? rows : [], faults };
}

function addUp(sums: Map<string, Decimal> | undefined, region: string, value: string): void {
  sums?.set(region, new Decimal(value).plus(sums.get(region) ?? 0));
}

function toSeries({ suffix, zh, en }: (typeof measures)[number], about: SeriesAbout): Series {
  return {
    code: `deposits-${suffix}`,
    name: { zh, en },
    unit: "kt Li",
    source: "list of deposits",
    address: null,
    licence: "not stated",
    vintage: "not stated",
    confidence: "computed",
    ...about,
  };
}
