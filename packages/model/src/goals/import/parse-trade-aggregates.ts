import type { Imported, ImportFault, Observation, Series } from "../series.ts";
import { partRepeats, readQuantity } from "./read-cell.ts";

const licence = "单个公布数值，注明网址引用 / single published figure, quoted with its address";

/** Record fields with one figure each, the code suffix of their series, zh and en of the measure, and the unit (null: the record's). */
const measures = [
  { field: "quantity", suffix: "import", zh: "进口", en: "imports", unit: null },
  { field: "export", suffix: "export", zh: "出口", en: "exports", unit: null },
  {
    field: "published_top1_share",
    suffix: "top1-share",
    zh: "最大来源国占比",
    en: "share of the largest source",
    unit: "%",
  },
  { field: "consumption_t_LCE", suffix: "consumption", zh: "消费量", en: "consumption", unit: "t LCE" },
  { field: "export_t_LCE", suffix: "export-lce", zh: "出口", en: "exports", unit: "t LCE" },
  { field: "Li2O_t", suffix: "li2o", zh: "Li₂O量", en: "Li₂O content", unit: "t Li2O" },
  { field: "LCE_t_published", suffix: "lce", zh: "LCE量(按所印)", en: "LCE as published", unit: "t LCE" },
] as const;

const spans = [
  { field: "series", suffix: "import", zh: "进口", en: "imports" },
  { field: "export_series", suffix: "export", zh: "出口", en: "exports" },
] as const;

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown) =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
const yearOf = (period: string) => Number(/(?:19|20)\d{2}/.exec(period)?.[0] ?? Number.NaN);

const toPercent = (text: string) => {
  const share = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(share) ? String(Number((share * 100).toPrecision(12))) : text;
};

type Found = { series: Series; row: number; column: string; region: string; period: string; text: string };

/** Our names for what the files call in English alone; any other name stays as printed. */
const chineseNames: ReadonlyMap<string, string> = new Map([
  ["lithium carbonate", "碳酸锂"],
  ["lithium hydroxide", "氢氧化锂"],
  ["lithium concentrate", "锂精矿"],
  ["lithium ore", "锂矿石"],
  ["lithium (supply system)", "锂(供应体系)"],
  ["lithium reserves, China, end 2022", "2022年末中国锂储量"],
]);

function nameOf(commodity: string, measure: { zh: string; en: string }) {
  const [, en = commodity, printed] = /^(.*?)\s*\((.*\p{Script=Han}.*)\)$/u.exec(commodity) ?? [];
  const zh = printed ?? chineseNames.get(commodity) ?? commodity;
  const glue = /[\p{Script=Han})]$/u.test(zh) ? "" : " ";
  return { zh: `${zh}${glue}${measure.zh}`, en: `${en} ${measure.en}` };
}

function figuresOf(record: Json, row: number): readonly Found[] {
  const id = textOf(record.id);
  const commodity = textOf(record.commodity);
  const toSeries = (measure: { suffix: string; zh: string; en: string }, unit: string): Series => ({
    code: `${id}-${measure.suffix}`,
    name: nameOf(commodity, measure),
    unit,
    source: textOf(record.source),
    address: /https?:\/\/\S+/.exec(textOf(record.source))?.[0] ?? null,
    licence,
    vintage: "as published",
    confidence: "published",
  });
  const period = textOf(record.period) || textOf(yearOf(commodity));
  const found: Found[] = [];
  for (const measure of measures) {
    if (record[measure.field] === undefined) continue;
    const flow = measure.field === "quantity" && record.flow === "export" ? measures[1] : measure;
    const series = toSeries(flow, measure.unit ?? textOf(record.unit));
    const place = { series, row, column: measure.field, period };
    const whole = textOf(record[measure.field]);
    // The files hold a share as a part of one.
    found.push({ ...place, region: "WLD", text: measure.unit === "%" ? toPercent(whole) : whole });
    if (measure.field !== "quantity") continue;
    for (const partner of Array.isArray(record.partners) ? record.partners.filter(isJson) : [])
      found.push({
        ...place,
        column: "partners",
        region: textOf(partner.partner),
        text: textOf(partner.quantity),
      });
    if (record.residual !== undefined)
      found.push({ ...place, column: "residual", region: "OTHER", text: textOf(record.residual) });
  }
  for (const span of spans) {
    const figures = record[span.field];
    if (!isJson(figures)) continue;
    const series = toSeries(span, textOf(record.unit));
    for (const [year, value] of Object.entries(figures))
      found.push({ series, row, column: span.field, region: "WLD", period: year, text: textOf(value) });
  }
  return found;
}

/**
 * Reads published aggregates of trade: an object with `records`, each with id, commodity, source and figures as published.
 * Partners become regions, `residual` the region OTHER, totals WLD. Units stay as published (gross weight, not lithium).
 * @example parseTradeAggregates({ records: [] }) // { series: [], rows: [], faults: [] }
 */
export function parseTradeAggregates(json: unknown): Imported {
  const records = isJson(json) ? json.records : undefined;
  if (!Array.isArray(records))
    return { series: [], rows: [], faults: [{ row: 0, column: "records", rule: "required" }] };
  const series = new Map<string, Series>();
  const good: { row: number; observation: Observation }[] = [];
  const faults: ImportFault[] = [];
  records.forEach((record: unknown, index) => {
    const row = index + 1;
    const fields = isJson(record) ? record : {};
    const missing = ["id", "commodity", "source"].filter((column) => textOf(fields[column]) === "");
    for (const column of missing) faults.push({ row, column, rule: "required" });
    if (missing.length > 0) return;
    for (const { series: head, column, region, period, text } of figuresOf(fields, row)) {
      const value = readQuantity({ row, column, text });
      const year = yearOf(period);
      if (!value.ok) faults.push(value.fault);
      else if (!Number.isFinite(year))
        faults.push({ row, column: "period", rule: "notADate", params: { found: period } });
      else {
        series.set(head.code, head);
        good.push({ row, observation: { series: head.code, region, year, period, value: value.value } });
      }
    }
  });
  const parted = partRepeats(good, "id");
  return { series: [...series.values()], rows: parted.rows, faults: [...faults, ...parted.faults] };
}
