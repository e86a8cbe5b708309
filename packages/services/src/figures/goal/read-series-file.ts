import {
  type Imported,
  parseDeposits,
  parseIea,
  parseOwid,
  parseTradeAggregates,
  parseUsgs,
  type SeriesAbout,
} from "@lilink/model/goals";

export const importLayouts = ["usgs", "owid", "trade", "iea", "deposits"] as const;
export type ImportLayout = (typeof importLayouts)[number];

export function isLayout(text: string): text is ImportLayout {
  return importLayouts.some((layout) => layout === text);
}

type Said = { readonly [K in keyof SeriesAbout]?: SeriesAbout[K] | undefined };

/** Reads a file of a known layout. A licence and a vintage must be known before figures are shown to anybody. */
export function readSeriesFile(layout: ImportLayout, text: string, said: Said): Imported {
  const about = Object.fromEntries(Object.entries(said).filter(([, value]) => value)) as SeriesAbout;
  const read = parse(layout, text, about);
  const unknown = (["licence", "vintage"] as const).filter((key) =>
    read.series.some((series) => series[key] === "not stated"),
  );
  return {
    ...read,
    faults: [
      ...read.faults,
      ...unknown.map((key) => ({ row: 0, column: `--${key}`, rule: "required" as const })),
    ],
  };
}

const byText = { usgs: parseUsgs, owid: parseOwid, iea: parseIea, deposits: parseDeposits };

function parse(layout: ImportLayout, text: string, about: SeriesAbout): Imported {
  if (layout !== "trade") return byText[layout](text, about);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { series: [], rows: [], faults: [{ row: 1, column: "", rule: "badFormat" }] };
  }
  const read = parseTradeAggregates(json);
  return { ...read, series: read.series.map((series) => ({ ...series, ...about })) };
}
