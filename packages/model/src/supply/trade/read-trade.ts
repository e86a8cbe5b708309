import type { FieldRule } from "../../error/index.ts";
import {
  type Heading,
  type PrintedRow,
  readFlow,
  readPartner,
  readPeriod,
  type TradeFlow,
  unitsOf,
} from "./layout.ts";
import { lceOfLithia, productOfLine, type TradeProduct, type TradeProductId } from "./product.ts";

/** What came from where in a month or a year. */
export type TradeRow = {
  readonly period: string;
  readonly reporter: string;
  /** ISO 3166-1, WLD for a published total, OTHER for what nobody is named for. */
  readonly partner: string;
  readonly line: string;
  readonly product: TradeProductId;
  readonly flow: TradeFlow;
  readonly tonnes: number;
  readonly usd: number | null;
  /** t LCE in a tonne, and where that is from; null where nothing is said of the lithium. */
  readonly factor: number | null;
  readonly factorSource: string;
};

export type TradeFault = {
  readonly row: number;
  readonly column: keyof PrintedRow;
  readonly rule: FieldRule;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** What is said of a whole file: whose trade it is where the layout does not say it, and why lines that hold other goods too are lithium. */
export type TradeAbout = { readonly reporter: string; readonly reason?: string };

type Read =
  | { readonly row: TradeRow }
  | { readonly skipped: true }
  | { readonly faults: readonly TradeFault[] };

/** Samples by air cost what they cost: below this the price says nothing about the unit. */
const smallest = 10;

const lithiumWords = /lithi|spodumene|lepidolite|petalite|锂/i;

/**
 * Reads the rows of a file one by one, so that a file of any length needs no more memory than what is kept of it. Lines that the platform does
 * not count are skipped. A row that comes back from its own reporter is kept apart as a re-import. [SU1]
 */
export function createTradeReader({ layout, at }: Heading, { reporter, reason }: TradeAbout) {
  const units = unitsOf(layout);
  const isNew = rememberRows();
  let only: string | null = null;
  const cell = (cells: readonly string[], key: keyof PrintedRow) =>
    at[key] < 0 ? "" : (cells[at[key]] ?? "").trim();
  return (cells: readonly string[], place: number): Read => {
    const faults: TradeFault[] = [];
    const fault = (column: keyof PrintedRow, rule: FieldRule, params?: TradeFault["params"]) => {
      faults.push({ row: place, column, rule, ...(params && { params }) });
      return null;
    };
    // The platform counts by six digits; a cell may list several lines of one product.
    const line =
      cell(cells, "line")
        .replaceAll(/[^\d;]/g, "")
        .split(";")[0]
        ?.slice(0, 6) ?? "";
    if (line.length < 6) return { faults: [{ row: place, column: "line", rule: "badFormat" }] };
    const product = productOfLine(line);
    const flow = readFlow(cell(cells, "flow"));
    if (!product || !flow) return { skipped: true };
    const period =
      readPeriod(cell(cells, "period")) ?? fault("period", "notADate", { found: cell(cells, "period") });
    const partner =
      readPartner(cell(cells, "partner")) ?? fault("partner", "notInList", { found: cell(cells, "partner") });
    const whose = cell(cells, "reporter");
    const told =
      whose === "" ? reporter : (readPartner(whose) ?? fault("reporter", "notInList", { found: whose }));
    // A file is the trade of one country: several would be summed as if they were one.
    only ??= told;
    if (told !== null && told !== only) fault("reporter", "notInList", { found: told });
    const tonnes = amountOf(cell(cells, "tonnes"), units.perTonne);
    if (tonnes === null) fault("tonnes", "notANumber", { found: cell(cells, "tonnes") });
    else if (tonnes < 0) fault("tonnes", "tooSmall", { min: 0 });
    const printedUsd = cell(cells, "usd");
    const usd = printedUsd === "" ? null : amountOf(printedUsd, 1 / units.perDollar);
    if (usd === null && printedUsd !== "") fault("usd", "notANumber", { found: printedUsd });
    const factor = factorOfRow(product, cell(cells, "lithia"), cell(cells, "words"), reason);
    if (typeof factor === "string") fault("lithia", factor, { line });
    if (tonnes !== null && tonnes >= smallest && usd) checkPrice(product, usd / tonnes, fault);
    if (faults.length > 0 || !period || !partner || !told || tonnes === null || typeof factor === "string")
      return { faults };
    const kept = partner === told && flow === "import" ? "reimport" : flow;
    if (!isNew(period, partner, `${line} ${kept}`)) {
      const found = `${period} ${told} ${partner} ${line} ${kept}`;
      return { faults: [{ row: place, column: "partner", rule: "duplicate", params: { found } }] };
    }
    return {
      row: { period, reporter: told, partner, line, product: product.id, flow: kept, tonnes, usd, ...factor },
    };
  };
}

/** Says of each row whether it is the first of its kind: a bit for each month and partner, so that a long file needs hardly more than a short one. */
function rememberRows() {
  const partners = new Map<string, number>();
  const years = new Map<string, Uint8Array>();
  return (period: string, partner: string, kind: string): boolean => {
    const place = partners.get(partner) ?? partners.size;
    partners.set(partner, place);
    const key = `${kind} ${period.slice(0, 4)}`;
    const bit = place * 13 + Number(period.slice(5));
    let bits = years.get(key) ?? new Uint8Array(64);
    if (bit >> 3 >= bits.length) {
      const wider = new Uint8Array(Math.max(bits.length * 2, (bit >> 3) + 1));
      wider.set(bits);
      bits = wider;
    }
    years.set(key, bits);
    const [byte, mask] = [bits[bit >> 3] ?? 0, 1 << (bit & 7)];
    bits[bit >> 3] = byte | mask;
    return (byte & mask) === 0;
  };
}

function amountOf(text: string, divisor: number): number | null {
  const value = Number(text.replaceAll(/[,\s]/g, ""));
  return text === "" || !Number.isFinite(value) ? null : value / divisor;
}

/** A grade that the row prints goes before the factor of its product. */
function factorOfRow(
  product: TradeProduct,
  lithia: string,
  words: string,
  reason: string | undefined,
): Pick<TradeRow, "factor" | "factorSource"> | FieldRule {
  if (lithia !== "") {
    const grade = Number(lithia.replace("%", ""));
    return grade > 0 && grade <= 46.5
      ? { factor: (grade / 100) * lceOfLithia, factorSource: `${grade} % Li2O, as declared` }
      : "implausible";
  }
  if (product.mixed && product.factor !== null && !reason && !lithiumWords.test(words)) return "needsReason";
  return {
    factor: product.factor,
    factorSource: reason && product.mixed ? `${product.factorSource}; ${reason}` : product.factorSource,
  };
}

function checkPrice(
  { price: [low, high] }: TradeProduct,
  price: number,
  fault: (column: "usd", rule: FieldRule, params: Readonly<Record<string, number>>) => null,
): void {
  if (price < low || price > high)
    fault("usd", "implausible", { found: Math.round(price), min: low, max: high });
}
