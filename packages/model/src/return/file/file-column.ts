import { findFigureDimension } from "../../goals/definition/dimension.ts";
import type { Bilingual } from "../../indicator/index.ts";
import columnsJson from "./data/columns.json" with { type: "json" };

/** The columns of a return's file that are not dimensions. */
export const fileColumnIds = ["component", "name", "site", "unit", "value", "revision"] as const;

const headings: ReadonlyMap<string, Bilingual> = new Map(
  columnsJson.map(({ id, zh, en }) => [id, { zh, en }]),
);

/** Where the parts of a figure stand in the rows of a file: the column from 0, by column id or dimension id. */
export type FileHeading = ReadonlyMap<string, number>;

/** The heading of a column: of a dimension its name. @example headingOf("value").zh // "数值" */
export function headingOf(id: string): Bilingual {
  return headings.get(id) ?? findFigureDimension(id)?.name ?? { zh: id, en: id };
}

/** A heading or a name as it is compared: full-width and case do not matter, nor do blanks. */
export function foldName(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, "");
}

/**
 * The heading row of a return's file, or null where a row is none: it names the component, by code or name, and the value.
 * Other columns may stand beside; a column may be named by its id, its Chinese or its English heading. [RT11]
 * @returns the columns, and the heading that stands twice where one does
 */
export function readHeading(
  cells: readonly string[],
  dimensions: readonly string[],
): { readonly columns: FileHeading; readonly twice: string | null } | null {
  const names = new Map<string, string>();
  for (const id of [...fileColumnIds, ...dimensions])
    for (const name of [id, headingOf(id).zh, headingOf(id).en]) names.set(foldName(name), id);
  const found = new Map<string, number>();
  let twice: string | null = null;
  for (const [column, cell] of cells.entries()) {
    const id = names.get(foldName(cell));
    if (id === undefined) continue;
    if (found.has(id)) twice = cell;
    else found.set(id, column);
  }
  if (!found.has("value") || !(found.has("component") || found.has("name"))) return null;
  return { columns: found, twice };
}
