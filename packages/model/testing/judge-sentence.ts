import { parseUnit } from "../src/chain/index.ts";
import { readText } from "../src/matching/analyze/analyze-text.ts";

/** What was read of a sentence against what a careful person reads: both lists are empty where all is right. */
export type SentenceVerdict = { readonly missing: readonly string[]; readonly wrong: readonly string[] };

/** The sets are of this year. */
const writtenOn = "2026-01-01";

/** A bound in the first unit of its dimension, so that 2 kt and 2000 t are one; a range is two bounds. */
function boundsOf(op: string, low: string, high: string | undefined, unit: string): readonly string[] {
  const known = parseUnit(unit);
  const dimension = known?.dimension === "li2o_fraction" ? "fraction" : (known?.dimension ?? "ratio");
  const plain = (value: string) =>
    String(Number((Number(value) * Number(known?.factor ?? 1)).toPrecision(9)));
  return high === undefined
    ? [`${op} ${plain(low)} ${dimension}`]
    : [`>= ${plain(low)} ${dimension}`, `<= ${plain(high)} ${dimension}`];
}

function parseBounds(reading: string): readonly string[] {
  const [, op, low, high, unit] = /^(\S+) (-?[\d.]+?)(?:\.\.(-?[\d.]+))? (.+)$/.exec(reading) ?? [];
  if (op === undefined || low === undefined || unit === undefined) throw new Error(`no reading: ${reading}`);
  return boundsOf(op, low, high, unit);
}

/**
 * Judges the reading of a sentence: `missing` was left out or asked about, `wrong` was taken without a word though nobody
 * would read it. Bare numbers count only where they are wanted. The form of a row stands in golden/sentences.json.
 */
export function judgeSentence([text = "", wanted = "", window = ""]: readonly string[]): SentenceVerdict {
  const reading = readText(text, writtenOn);
  const left = reading.quantities
    .filter(({ doubt }) => doubt === undefined)
    .flatMap(({ op, value, high, unit }) => boundsOf(op, value, high, unit ?? "1"));
  const missing: string[] = [];
  for (const part of wanted.split(" | ").filter((each) => each !== "" && each !== "?")) {
    const isOptional = part.startsWith("(");
    const ways = part
      .replace(/^\((.*)\)$/, "$1")
      .split(" or ")
      .map(parseBounds)
      .sort((a, b) => b.length - a.length);
    const way = ways.find((bounds) => bounds.every((bound) => left.includes(bound)));
    for (const bound of way ?? []) left.splice(left.indexOf(bound), 1);
    if (!way && !isOptional) missing.push(part);
  }
  const { from = "", to = "" } = reading.window ?? {};
  const read = reading.window ? `${from}..${to}` : "";
  const isWindowRight =
    window === "*" ||
    window
      .replace(/^\((.*)\)$/, "$1")
      .split(" or ")
      .includes(read);
  if (read === "" && !isWindowRight && !window.startsWith("(")) missing.push(window);
  const wrong = left.filter((bound) => !bound.endsWith(" ratio"));
  return { missing, wrong: read === "" || isWindowRight ? wrong : [...wrong, read] };
}
