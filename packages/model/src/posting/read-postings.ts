import { attributesNamed, concepts, labelsOf, parseUnit } from "../chain/index.ts";
import { type ReadRow, readRows } from "./read-rows.ts";
import { readPeriod, readSchedule } from "./read-schedule.ts";
import type { ScheduleRow } from "./schedule.ts";
import { type PostingKind, postingKinds } from "./vocabulary.ts";

/** A row of a table of postings. What no heading names is a line of the description, so that no words are lost. */
export type ReadPosting = {
  /** From 1, the heading being the first. */
  readonly row: number;
  readonly kind: PostingKind | null;
  readonly concept: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly figures: readonly ReadRow[];
  /** By month or week, from columns that are named by one; the unit is that of the first heading with one. */
  readonly schedule: readonly ScheduleRow[];
  readonly scheduleUnit: string;
  /** What keeps the row from becoming a draft. */
  readonly faults: readonly PostingRowFault[];
  /** A concept that the chain does not know; it stands in the description. */
  readonly unknownConcept: string | null;
  /** Cells below the name of an attribute or a month that hold no number, or an amount below nought; they stand in the description. */
  readonly unread: readonly { readonly heading: string; readonly typed: string }[];
};
export type PostingRowFault = {
  readonly field: "kind" | "description";
  readonly rule: "required" | "unknown";
  readonly typed: string;
};

/** What a column of the table holds, beside figures by the name of their attribute. */
export const postingColumns = ["kind", "concept", "title", "summary", "description"] as const;
export type PostingColumn = (typeof postingColumns)[number];

/** Rows of one table; a longer one is refused whole. [PO22] */
export const mostPostings = 200;

const headings: Readonly<Record<PostingColumn, RegExp>> = {
  kind: /^(?:类型|类别|供需类型|kind|type)$/i,
  concept: /^(?:品类|产品|产品或工艺|物料|品名|concept|product|material|product or process)$/i,
  title: /^(?:标题|名称|题目|title|name)$/i,
  summary: /^(?:摘要|概要|简介|summary|abstract)$/i,
  description: /^(?:说明|描述|正文|详情|需求描述|description|text|details)$/i,
};
const kindWords: Readonly<Record<PostingKind, RegExp>> = {
  capability: /^(?:能力|供应|供给|供|可供|capability|supply|offer)$/i,
  need: /^(?:需求|求购|采购|需|need|demand|request)$/i,
  project: /^(?:研发项目|项目|研发|r&d project|project|r&d)$/i,
};

/** What people write into a cell that has nothing. */
const nothing = /^(?:[-–—−/]+|n\/?a|无)?$/i;

const plain = (text: string) => text.normalize("NFKC").trim();
const fold = (text: string) => plain(text).toLowerCase().replaceAll(/\s+/g, " ");

/**
 * The postings of a table whose first row has headings, in Chinese or English and in any order: kind, concept, title, summary and
 * description; a column that is named by an attribute, with its unit in parentheses or not, holds figures, one that is named by a month or
 * a week an amount of that. Null without a heading
 * that names the description or a concept. [PO22]
 * @param kind of rows that name none
 * @example readPostings([["品类", "D50 (µm)"], ["磷酸铁锂", "≤ 1.5"]], "need")?.[0]?.figures[0]?.value // "1.5"
 */
export function readPostings(
  cells: readonly (readonly string[])[],
  kind: PostingKind | null = null,
): readonly ReadPosting[] | null {
  const [head = [], ...rows] = cells.map((row) => row.map((cell) => cell.trim()));
  const named = head.map((heading) => toColumn(plain(heading)));
  // A second column of one name is words, as one that nothing names.
  const columns = named.map((column, at) =>
    column !== "figure" && column !== "period" && named.indexOf(column) < at ? null : column,
  );
  if (!columns.some((column) => column === "description" || column === "concept")) return null;
  return rows.flatMap((row, at) =>
    row.some((cell) => cell !== "") ? [readPosting(head, columns, row, at + 2, kind)] : [],
  );
}

/** Words that name one concept and no other. */
const conceptOf = new Map<string, string | null>();
for (const concept of concepts)
  for (const label of [concept.id, ...labelsOf(concept)]) {
    const known = conceptOf.get(fold(label));
    conceptOf.set(fold(label), known === undefined || known === concept.id ? concept.id : null);
  }

type TableColumn = PostingColumn | "figure" | "period" | null;

function toColumn(heading: string): TableColumn {
  const found = postingColumns.find((column) => headings[column].test(heading));
  if (!found && readPeriod(splitUnit(heading).name) !== null) return "period";
  return found ?? (attributesNamed(splitUnit(heading).name).length > 0 ? "figure" : null);
}

/** "D50 (µm)", "D50/µm" and "D50, µm" each name an attribute and a unit. */
function splitUnit(heading: string): { readonly name: string; readonly unit: string } {
  const [, name = heading, inside, behind] =
    /^(.*?)\s*(?:[(（[](.+)[)）\]]|[,，]\s*(\S+))$/.exec(heading) ?? [];
  if (inside !== undefined || behind !== undefined) return { name, unit: inside ?? behind ?? "" };
  const at = heading.lastIndexOf("/");
  const before = heading.slice(0, Math.max(0, at)).trim();
  return at > 0 && attributesNamed(heading).length === 0 && attributesNamed(before).length > 0
    ? { name: before, unit: heading.slice(at + 1) }
    : { name: heading, unit: "" };
}

function readPosting(
  head: readonly string[],
  columns: readonly TableColumn[],
  row: readonly string[],
  at: number,
  given: PostingKind | null,
): ReadPosting {
  const cellOf = (column: PostingColumn) => row[columns.indexOf(column)] ?? "";
  const [typedKind, typedConcept] = [plain(cellOf("kind")), cellOf("concept")];
  const kind =
    typedKind === "" ? given : (postingKinds.find((one) => kindWords[one].test(typedKind)) ?? null);
  const concept = conceptOf.get(fold(typedConcept)) ?? "";
  const unread = new Set<number>();
  const figures = columns.flatMap((column, index) => {
    const cell = row[index] ?? "";
    if (column !== "figure" || nothing.test(cell)) return [];
    const { name, unit } = splitUnit(plain(head[index] ?? ""));
    const bare = readRows(`${name}\t${cell}`);
    const inUnit = readRows(`${name}\t${cell}\t${unit}`);
    // A cell with a unit of its own leaves that of the heading over.
    const read = inUnit[0]?.condition === bare[0]?.condition ? inUnit : bare;
    if (read.every(({ value }) => value !== "")) return read;
    unread.add(index);
    return [];
  });
  const months = columns.flatMap((column, index) => {
    if (column !== "period") return [];
    const { name, unit } = splitUnit(plain(head[index] ?? ""));
    const cell = row[index] ?? "";
    const read = readSchedule(`${readPeriod(name)}\t${cell}`).filter(({ amount }) => amount !== "");
    if (!nothing.test(cell) && (read.length === 0 || read.some(({ amount }) => Number(amount) < 0))) {
      unread.add(index);
      return [];
    }
    return read.map((told) => ({ told, unit: parseUnit(unit)?.id ?? "" }));
  });
  const lines = head.flatMap((name, index) => {
    const cell = row[index] ?? "";
    const isWords =
      columns[index] === null || unread.has(index) || (columns[index] === "concept" && concept === "");
    return isWords && cell !== "" ? [name === "" ? cell : `${name}：${cell}`] : [];
  });
  const description = [cellOf("description"), ...lines].filter(Boolean).join("\n");
  const faults: PostingRowFault[] = [];
  if (kind === null)
    faults.push({ field: "kind", rule: typedKind === "" ? "required" : "unknown", typed: typedKind });
  if (description === "" && concept === "")
    faults.push({ field: "description", rule: "required", typed: "" });
  return {
    row: at,
    kind,
    concept,
    title: cellOf("title"),
    summary: cellOf("summary"),
    description,
    figures,
    schedule: months.map(({ told }) => told),
    scheduleUnit: months.find(({ unit }) => unit !== "")?.unit ?? "",
    faults,
    unknownConcept: typedConcept !== "" && concept === "" ? typedConcept : null,
    unread: [...unread]
      .toSorted((a, b) => a - b)
      .map((index) => ({ heading: head[index] ?? "", typed: row[index] ?? "" })),
  };
}
