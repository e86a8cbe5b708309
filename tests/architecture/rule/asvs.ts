import sections from "./asvs.json" with { type: "json" };

/** How a row of docs/asvs.md shows that its item holds: by a rule that a test quotes, or by words that stand somewhere. */
export type AsvsRow = {
  readonly item: string;
  readonly last: number;
  readonly shown: string;
  readonly where: string;
};

const row = /^\| (V\d+\.\d+)\.(\d+)(?:-(\d+))? \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm;

/** The items that a page has to hold: all of a section up to its last of level 2, or those that are listed. */
export function listWantedItems(): string[] {
  return Object.entries(sections).flatMap(([section, wanted]) => {
    const numbers = Array.isArray(wanted) ? wanted : Array.from({ length: wanted }, (_, at) => at + 1);
    return numbers.map((number) => `${section}.${number}`);
  });
}

export function readAsvsRows(page: string): AsvsRow[] {
  return [...page.matchAll(row)].map(([, section, first, last, shown = "", where = ""]) => ({
    item: `${section}.${first}`,
    last: Number(last ?? first),
    shown: shown.trim(),
    where: where.trim(),
  }));
}

/** Every item that no row stands for, and every row that shows nothing. `readText` answers null where there is no file. */
export function findAsvsGaps(page: string, readText: (path: string) => string | null): string[] {
  const rows = readAsvsRows(page);
  const held = new Set(rows.flatMap(({ item, last }) => expand(item, last)));
  const wanted = listWantedItems();
  const missing = wanted
    .filter((item) => !held.has(item))
    .map(
      (item) => `${item} has no row in docs/asvs.md: name the test that shows it, or why it does not apply`,
    );
  const strange = [...held].filter((item) => !wanted.includes(item)).map((item) => `${item} is no item`);
  return [...missing, ...strange, ...rows.flatMap((one) => findFaults(one, readText))];
}

function findFaults({ item, shown, where }: AsvsRow, readText: (path: string) => string | null): string[] {
  if (shown === "–")
    return /^not applicable: .{12,}/.test(where) ? [] : [`${item}: say why it is not applicable`];
  const text = readText(where);
  if (text === null) return [`${item}: there is no ${where}`];
  const words = /^[A-Z]{2}\d+$/.test(shown) ? `[${shown}]` : shown;
  return text.includes(words) ? [] : [`${item}: ${where} does not say ${words}`];
}

function expand(item: string, last: number): string[] {
  const [, section = "", first = "0"] = /^(.+)\.(\d+)$/.exec(item) ?? [];
  return Array.from({ length: last - Number(first) + 1 }, (_, at) => `${section}.${Number(first) + at}`);
}
