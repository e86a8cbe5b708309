import data from "./data/traditional.json" with { type: "json" };

let table: ReadonlyMap<string, string> | undefined;

function loadTable(): ReadonlyMap<string, string> {
  if (table) return table;
  const characters = [...data.pairs];
  const pairs = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2)
    pairs.set(characters[at] ?? "", characters[at + 1] ?? "");
  table = pairs;
  return pairs;
}

/** Every traditional character with the simplified one that it reads as. */
export function traditionalPairs(): readonly (readonly [traditional: string, simplified: string])[] {
  return [...loadTable()];
}

/**
 * Traditional characters as simplified ones, each for itself; a character that simplified text also uses (著, 乾) stays.
 * The length in UTF-16 units is kept for all but a few rare characters. [TX6]
 * @example simplifyHan("磷酸鐵鋰電池") // "磷酸铁锂电池"
 */
export function simplifyHan(text: string): string {
  const pairs = loadTable();
  let out = "";
  for (const character of text) out += pairs.get(character) ?? character;
  return out;
}
