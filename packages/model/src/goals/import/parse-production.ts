import type { Bilingual } from "../../indicator/index.ts";
import type { Imported, ImportFault, Observation, Series, SeriesAbout } from "../series.ts";
import { partRepeats, readQuantity, readText, readYear } from "./read-cell.ts";
import { type Csv, type CsvRow, readCsv } from "./read-csv.ts";
import { regionOf } from "./region.ts";

const name: Bilingual = { zh: "锂矿山产量", en: "Lithium mine production" };

type Layout = { readonly country: string; readonly year: string; readonly value: string };

function readRows(series: Series, rows: readonly CsvRow[], layout: Layout): Omit<Imported, "series"> {
  const good: { row: number; observation: Observation }[] = [];
  const faults: ImportFault[] = [];
  for (const { row, cells } of rows) {
    const cell = (column: string) => ({ row, column, text: cells[column] ?? "" });
    const country = readText(cell(layout.country));
    const year = readYear(cell(layout.year));
    const value = readQuantity(cell(layout.value));
    for (const read of [country, year, value]) if (!read.ok) faults.push(read.fault);
    if (!country.ok || !year.ok || !value.ok) continue;
    const region = regionOf(country.value);
    const period = String(year.value);
    good.push({
      row,
      observation: { series: series.code, region, year: year.value, period, value: value.value },
    });
  }
  const parted = partRepeats(good, layout.country);
  return { rows: parted.rows, faults: [...faults, ...parted.faults] };
}

function toImported(series: Series, csv: Csv, layout: Layout): Imported {
  const read = readRows(series, csv.rows, layout);
  const faults = [...csv.faults, ...read.faults].sort((a, b) => a.row - b.row);
  return { series: [series], rows: read.rows, faults };
}

/**
 * Reads the layout of USGS lithium production: Country, Year, USGS_production in t Li.
 * @param about overrides what is said of source, licence and vintage
 * @example parseUsgs("Country,Year,USGS_production\nChile,2022,38000").rows[0]?.region // "CL"
 */
export function parseUsgs(text: string, about: SeriesAbout = {}): Imported {
  const series: Series = {
    code: "usgs-lithium-production",
    name,
    unit: "t Li",
    source: "U.S. Geological Survey",
    address: null,
    licence: "public domain (figures of the USGS)",
    vintage: "not stated",
    confidence: "published",
    ...about,
  };
  const layout = { country: "Country", year: "Year", value: "USGS_production" };
  return toImported(series, readCsv(text, Object.values(layout)), layout);
}

/**
 * Reads the layout of Our World in Data: Entity, Code, Year and one column of figures, here lithium production in t Li.
 * The product ships no such file: its licence is the operator's to state.
 * @param about overrides what is said of source, licence and vintage
 * @example parseOwid("Entity,Code,Year,Lithium Production\nChile,CHL,2020,1").rows[0]?.value // "1"
 */
export function parseOwid(text: string, about: SeriesAbout = {}): Imported {
  const series: Series = {
    code: "owid-lithium-production",
    name,
    unit: "t Li",
    source: "Our World in Data; Energy Institute",
    address: "https://ourworldindata.org",
    licence: "not stated",
    vintage: "not stated",
    confidence: "published",
    ...about,
  };
  const fixed = ["Entity", "Code", "Year"];
  const value = readCsv(text, []).columns.find((column) => !fixed.includes(column)) ?? "Lithium Production";
  return toImported(series, readCsv(text, [...fixed, value]), { country: "Entity", year: "Year", value });
}
