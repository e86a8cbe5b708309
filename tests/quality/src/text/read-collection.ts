import { readFileSync } from "node:fs";
import { join } from "node:path";

export type CollectionDocument = { readonly id: string; readonly title: string; readonly text: string };
export type CollectionQuery = { readonly id: string; readonly text: string };

/** Grades by document of one query; what is not listed has grade 0. */
export type Grades = ReadonlyMap<string, number>;

export type Collection = {
  readonly documents: readonly CollectionDocument[];
  /** The queries with at least one document of a grade above 0. */
  readonly queries: readonly CollectionQuery[];
  readonly grades: ReadonlyMap<string, Grades>;
};

type Row = Readonly<Record<string, unknown>>;

/** Reads docs.jsonl, queries.jsonl and qrels.tsv of a folder; throws with the file's name and line where one is broken. */
export function readCollection(folder: string): Collection {
  const grades = readGrades(folder);
  const documents = readRows(folder, "docs.jsonl").map((row) => ({
    id: textOf(row.id ?? row._id),
    title: textOf(row.title),
    text: textOf(row.text),
  }));
  const queries = readRows(folder, "queries.jsonl")
    .map((row) => ({ id: textOf(row.id ?? row._id), text: textOf(row.text) }))
    .filter(({ id }) => [...(grades.get(id)?.values() ?? [])].some((grade) => grade > 0));
  return { documents, queries, grades };
}

function readLines(folder: string, file: string): readonly string[] {
  return readFileSync(join(folder, file), "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
}

function readRows(folder: string, file: string): readonly Row[] {
  return readLines(folder, file).flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      return [JSON.parse(line) as Row];
    } catch {
      throw new Error(`${file} line ${at + 1} is no JSON`);
    }
  });
}

/** query, document, grade; TREC's four columns and a heading are understood too. */
function readGrades(folder: string): ReadonlyMap<string, Map<string, number>> {
  const grades = new Map<string, Map<string, number>>();
  for (const line of readLines(folder, "qrels.tsv")) {
    const cells = line.trim().split(/\t|\s+/);
    const [query, document] = cells.length === 4 ? [cells[0], cells[2]] : cells;
    const grade = Number(cells.at(-1));
    if (query === undefined || document === undefined || cells.length < 3 || !Number.isFinite(grade))
      continue;
    grades.set(query, (grades.get(query) ?? new Map<string, number>()).set(document, grade));
  }
  return grades;
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
