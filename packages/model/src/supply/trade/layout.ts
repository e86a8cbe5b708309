import { countryOf } from "../../codes/country.ts";

/** The layouts of files of trade that can be read. [SU1] */
export const tradeLayouts = ["comtrade", "gacc", "baci", "geopolrisk"] as const;
export type TradeLayout = (typeof tradeLayouts)[number];

export const tradeFlows = ["import", "export", "reimport"] as const;
export type TradeFlow = (typeof tradeFlows)[number];

/** The world as a partner: a published total. A part of it that no country is named for. */
export const WORLD = "WLD";
export const OTHER = "OTHER";

/** A cell as the file prints it, for each thing that a row of trade says. */
export type PrintedRow = {
  readonly period: string;
  readonly reporter: string;
  readonly partner: string;
  readonly line: string;
  readonly flow: string;
  readonly tonnes: string;
  readonly usd: string;
  /** Grade of lithia in percent, or words that say what the article is. */
  readonly lithia: string;
  readonly words: string;
};

type Column = readonly string[];
type Columns = { readonly [key in keyof PrintedRow]: Column };

/** Names of columns by layout, the newer ones first; what the layout does not hold is empty. */
const columns: Readonly<Record<TradeLayout, Columns>> = {
  comtrade: {
    period: ["period", "refperiodid", "year"],
    reporter: ["reporteriso", "reportercode", "reporter iso", "reporter"],
    partner: ["partneriso", "partnercode", "partner iso", "partner"],
    line: ["cmdcode", "commodity code"],
    flow: ["flowcode", "flowdesc", "trade flow"],
    tonnes: ["netwgt", "netweight (kg)"],
    usd: ["primaryvalue", "trade value (us$)"],
    lithia: ["li2o"],
    words: ["cmddesc", "commodity"],
  },
  gacc: {
    period: ["数据年月"],
    reporter: [],
    partner: ["贸易伙伴名称"],
    line: ["商品编码"],
    flow: ["进出口", "进出口类型"],
    tonnes: ["第一数量"],
    usd: ["美元"],
    lithia: ["li2o", "氧化锂品位"],
    words: ["商品名称"],
  },
  baci: {
    period: ["t"],
    reporter: ["j"],
    partner: ["i"],
    line: ["k"],
    flow: [],
    tonnes: ["q"],
    usd: ["v"],
    lithia: ["li2o"],
    words: [],
  },
  geopolrisk: {
    period: ["year"],
    reporter: ["importing country"],
    partner: ["exporting country"],
    line: ["resource hscode"],
    flow: [],
    tonnes: ["quantity (mtonnes)"],
    usd: ["trade value (1000 usd)"],
    lithia: [],
    words: ["rawmaterial"],
  },
};

/** Without these a heading is not of the layout. */
const needed: readonly (keyof PrintedRow)[] = ["period", "partner", "line", "tonnes"];

const perTonne: Readonly<Record<TradeLayout, number>> = {
  comtrade: 1000,
  gacc: 1000,
  baci: 1,
  geopolrisk: 1,
};
const perDollar: Readonly<Record<TradeLayout, number>> = {
  comtrade: 1,
  gacc: 1,
  baci: 1000,
  geopolrisk: 1000,
};

export type Heading = {
  readonly layout: TradeLayout;
  /** Where each thing stands in a row; -1 where the file does not say it. */
  readonly at: { readonly [key in keyof PrintedRow]: number };
};

const fold = (name: string) =>
  name
    .replace(/^\ufeff/, "")
    .trim()
    .toLowerCase();

/** The layout of a heading, or null where it is none that can be read. [SU1] */
export function readHeading(cells: readonly string[]): Heading | null {
  const placeOf = new Map(cells.map((cell, place) => [fold(cell), place]));
  for (const layout of tradeLayouts) {
    const entries = Object.entries(columns[layout]).map(
      ([key, names]) =>
        [
          key,
          names.map((name: string) => placeOf.get(name)).find((place) => place !== undefined) ?? -1,
        ] as const,
    );
    const at = Object.fromEntries(entries) as Heading["at"];
    if (needed.every((key) => at[key] >= 0)) return { layout, at };
  }
  return null;
}

/** Tonnes and dollars of one unit of a layout. */
export const unitsOf = (layout: TradeLayout) => ({
  perTonne: perTonne[layout],
  perDollar: perDollar[layout],
});

/** 2023, 202301 and 2023-01; null where it is no period. */
export function readPeriod(text: string): string | null {
  const found = /^(\d{4})(?:[-/.年]?(\d{1,2})月?)?$/.exec(text.trim());
  if (!found) return null;
  const [, year = "", month] = found;
  if (month === undefined || month === "52" || month === "00") return year;
  const number = Number(month);
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, "0")}` : null;
}

const totals = new Set(["0", "w00", "wld", "world", "合计", "总计", "世界"]);
const unnamed = new Set([
  "_x",
  "xx",
  "x",
  "568",
  "577",
  "636",
  "837",
  "838",
  "839",
  "899",
  "areas, nes",
  "other",
  "其他",
  "国(地)别不详",
]);

/** A partner: a country, all of them or the part that nobody names; null where it is none. */
export function readPartner(text: string): string | null {
  const name = fold(text);
  if (totals.has(name)) return WORLD;
  if (unnamed.has(name)) return OTHER;
  return countryOf(text);
}

const imports = new Set(["", "m", "import", "imports", "进口"]);
const exported = new Set(["x", "export", "exports", "出口"]);
const returned = new Set(["rm", "re-import", "re-imports", "复进口"]);

/** Null for a flow that is not counted, such as goods that leave again. */
export function readFlow(text: string): TradeFlow | null {
  const name = fold(text);
  if (imports.has(name)) return "import";
  if (exported.has(name)) return "export";
  return returned.has(name) ? "reimport" : null;
}
