import { attributesNamed, findAttribute, parseUnit } from "../chain/index.ts";
import type { Comparator } from "./vocabulary.ts";

/** A row of a pasted table as a figure that may still lack its attribute, value or unit. */
export type ReadRow = {
  readonly attribute: string;
  readonly op: Comparator;
  readonly value: string;
  readonly high: string;
  readonly unit: string;
  readonly hard: boolean;
  readonly condition: string;
};

const comparators: readonly (readonly [Comparator, RegExp])[] = [
  [">=", /^(?:>=?|≥|⩾|≧|不低于|不少于|不小于|大于等于|至少|min\.?|at least|least)/i],
  ["<=", /^(?:<=?|≤|⩽|≦|不高于|不超过|不多于|不大于|小于等于|至多|max\.?|at most|most|up to)/i],
  ["about", /^(?:≈|~|约|大约|about|approx\.?|ca\.?)/i],
  ["range", /^(?:介于|区间|范围|between|range)/i],
  ["=", /^(?:=|等于|equal(?:s| to)?)/i],
];
const number = "[-+−]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|[-+−]?\\d+(?:\\.\\d+)?";
const amount = new RegExp(`^(${number})\\s*(?:(?:-|–|—|~|至|到|to)\\s*(${number}))?\\s*(.*)$`, "i");
const hardWord = /^(?:硬性?(?:要求)?|必须|强制|保证值?|must|hard|required|firm|guaranteed)$/i;
const wishWord = /^(?:期望|软性?|典型值?|wish|soft|nice to have|typical)$/i;
const headWord =
  /^(?:指标(?:名称)?|项目|名称|参数|比较|数值|值|要求|单位|条件|attribute|property|item|parameter|comparison|value|requirement|unit|condition|hard.*|硬性.*|可见.*|level)$/i;
const mostRows = 40;

/**
 * The rows of a table that was copied from a sheet, cells apart by tabs: a name, then in whatever order a comparison, a value, a
 * unit, and whether it is hard; what is none of these is the condition. A name that the chain does not know stays in the condition,
 * so that nothing is lost; rows of headings are left out. A limit is hard, a bare value a wish, where no cell says which. [PO15]
 * @example readRows("D50\t≤ 5 µm")[0] // { attribute: "d50", op: "<=", value: "5", unit: "µm", hard: true, … }
 */
export function readRows(text: string): ReadRow[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split("\t").map((cell) => cell.normalize("NFKC").trim()))
    .filter((cells) => cells.some((cell) => cell !== ""))
    .filter((cells) => !cells.filter((cell) => cell !== "").every((cell) => headWord.test(cell)))
    .slice(0, mostRows)
    .map(readRow);
}

/** Whether a pasted text is a table of a sheet rather than words. */
export function isTable(text: string): boolean {
  return /\t/.test(text) && text.split(/\r?\n/).some((line) => /\S\t+\s*\S/.test(line));
}

type Draft = { -readonly [Key in keyof ReadRow]: ReadRow[Key] };

function readRow(cells: readonly string[]): ReadRow {
  const at = cells.findIndex((cell) => attributesNamed(cell).length > 0);
  const attribute = attributesNamed(cells[at] ?? "")[0] ?? "";
  const row: Draft = { attribute, op: "=", value: "", high: "", unit: "", hard: false, condition: "" };
  const rest: string[] = [];
  let said: boolean | undefined;
  cells.forEach((cell, index) => {
    if (index === at || cell === "") return;
    if (hardWord.test(cell)) said = true;
    else if (wishWord.test(cell)) said = false;
    else if (!readCell(cell, row)) rest.push(cell);
  });
  row.attribute = contentOf(cells[at] ?? "", row) ?? attribute;
  if (row.unit === "") row.unit = findAttribute(row.attribute)?.unit ?? "";
  row.hard = said ?? (row.op === ">=" || row.op === "<=");
  row.condition = rest.join(" ");
  return row;
}

const leastContent = 0.5;

/** Ni 22 % is no impurity: of the attributes of one name that which is a content. [MT102] */
function contentOf(name: string, { value, unit }: Draft): string | undefined {
  if (!/^(?:mass )?%$/.test(unit) || Number(value) < leastContent) return undefined;
  return attributesNamed(name).find((id) => findAttribute(id)?.unit === "mass %");
}

/** Takes from a cell a comparison, a value with or without a unit, or a unit; answers whether it was one of these. */
function readCell(cell: string, row: Draft): boolean {
  const sign = comparators.find(([, word]) => word.test(cell));
  const text = sign ? cell.replace(sign[1], "").trim() : cell;
  if (sign && text === "") {
    row.op = sign[0];
    return true;
  }
  const [, low, high, behind = ""] = amount.exec(text) ?? [];
  if (low !== undefined && row.value === "" && (behind === "" || parseUnit(behind) !== null)) {
    row.value = plain(low);
    row.high = high === undefined ? "" : plain(high);
    if (sign) row.op = sign[0];
    if (high !== undefined) row.op = "range";
    if (behind !== "") row.unit = parseUnit(behind)?.id ?? "";
    return true;
  }
  const unit = parseUnit(cell);
  if (unit === null || row.unit !== "") return false;
  row.unit = unit.id;
  return true;
}

const plain = (digits: string) => digits.replaceAll(",", "").replace("−", "-").replace(/^\+/, "");
