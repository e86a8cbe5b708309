import type { Choice, Sheet } from "./sheet.ts";
import { toLetters } from "./to-sheet-xml.ts";

const listName = "_lists";

export type OptionLists = {
  /** The sheet that holds them, where there are any. */
  readonly sheet: Sheet | null;
  /** Where a list stands, as a formula of the file names it. */
  readonly placeOf: (options: Choice["options"]) => string;
};

/** Gathers the lists that people choose from on a sheet of its own: written into the cells' rule they end at 255 characters. */
export function listOptions(sheets: readonly Sheet[]): OptionLists {
  const keyOf = (options: readonly string[]) => JSON.stringify(options);
  const lists = new Map<string, readonly string[]>();
  for (const { choices = [] } of sheets)
    for (const { options } of choices) lists.set(keyOf(options), options);
  const places = new Map([...lists.keys()].map((key, at) => [key, toLetters(at)]));
  const columns = [...lists.values()];
  const longest = Math.max(0, ...columns.map((options) => options.length));
  const sheet: Sheet = {
    name: listName,
    hidden: true,
    locked: true,
    columns: columns.map((_, at) => ({ header: `list ${at + 1}`, kind: "text" })),
    rows: Array.from({ length: longest }, (_, row) => columns.map((options) => options[row] ?? null)),
  };
  return {
    sheet: columns.length > 0 ? sheet : null,
    placeOf: (options) => {
      const letters = places.get(keyOf(options)) ?? "A";
      return `'${listName}'!$${letters}$2:$${letters}$${options.length + 1}`;
    },
  };
}
