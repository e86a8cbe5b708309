import type { Imported, ImportFault, Observation, Series, SeriesAbout } from "../series.ts";
import { partRepeats, readQuantity, readText, readYear } from "./read-cell.ts";
import { readCsv } from "./read-csv.ts";
import { regionOf } from "./region.ts";

const columns = ["region", "category", "parameter", "mode", "powertrain", "year", "unit", "value"];

/** Our names for the words of the file; any other word stays as printed. */
const chinese: Readonly<Partial<Record<string, string>>> = {
  "EV sales": "电动车销量",
  "EV stock": "电动车保有量",
  "EV sales share": "电动车销量占比",
  "EV stock share": "电动车保有量占比",
  "EV charging points": "充电桩",
  "Electricity demand": "用电量",
  "Battery demand": "电池需求",
  "Oil displacement Mbd": "石油替代量",
  "Oil displacement, million lge": "石油替代量",
  Cars: "乘用车",
  Vans: "厢式车",
  Trucks: "卡车",
  Buses: "客车",
  Historical: "历史",
  "Projection-STEPS": "既定政策情景",
  "Projection-APS": "承诺目标情景",
};

/**
 * Reads the layout of the IEA's Global EV Data: one line a region, category, parameter, mode, powertrain and year. Each
 * combination of category, parameter, mode and powertrain is a series of its own; scenarios stay apart from history.
 * The product ships no such file: its licence is the operator's to state.
 * @param about overrides what is said of source, licence and vintage
 * @example parseIea(text).series[0]?.code // "iea-ev-historical-ev-sales-cars-bev"
 */
export function parseIea(text: string, about: SeriesAbout = {}): Imported {
  const csv = readCsv(text, columns);
  const series = new Map<string, Series>();
  const good: { row: number; observation: Observation }[] = [];
  const faults: ImportFault[] = [...csv.faults];
  for (const { row, cells } of csv.rows) {
    const cell = (column: string) => ({ row, column, text: cells[column] ?? "" });
    const texts = ["region", "category", "parameter", "mode", "powertrain", "unit"].map((column) =>
      readText(cell(column)),
    );
    const year = readYear(cell("year"));
    const value = readQuantity(cell("value"));
    for (const read of [...texts, year, value]) if (!read.ok) faults.push(read.fault);
    if (!year.ok || !value.ok || texts.some((read) => !read.ok)) continue;
    const [region = "", category = "", parameter = "", mode = "", powertrain = "", unit = ""] = texts.map(
      (read) => (read.ok ? read.value : ""),
    );
    const head = toSeries({ category, parameter, mode, powertrain, unit }, about);
    series.set(head.code, series.get(head.code) ?? head);
    good.push({
      row,
      observation: {
        series: head.code,
        region: regionOf(region),
        year: year.value,
        period: String(year.value),
        value: value.value,
      },
    });
  }
  const parted = partRepeats(good, "region");
  return {
    series: [...series.values()],
    rows: parted.rows,
    faults: [...faults, ...parted.faults].sort((a, b) => a.row - b.row),
  };
}

type Words = Readonly<Record<"category" | "parameter" | "mode" | "powertrain" | "unit", string>>;

function toSeries({ category, parameter, mode, powertrain, unit }: Words, about: SeriesAbout): Series {
  const parts = [category, parameter, mode, powertrain];
  const zh = parts.slice(1).map((word) => chinese[word] ?? word);
  return {
    code: `iea-ev-${parts
      .join("-")
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")}`,
    name: {
      zh: `${zh.join("，")}（${chinese[category] ?? category}）`,
      en: `${parts.slice(1).join(", ")} (${category})`,
    },
    unit,
    source: "International Energy Agency, Global EV Outlook",
    address: "https://www.iea.org/data-and-statistics/data-product/global-ev-outlook",
    licence: "not stated",
    vintage: "not stated",
    confidence: "published",
    ...about,
  };
}
