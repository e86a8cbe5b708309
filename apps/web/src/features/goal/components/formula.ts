/** Letters beside which stands an index or a power. */
export type Sign = { readonly text: string; readonly at: "line" | "below" | "above" };
export type FormulaPart =
  | { readonly kind: "words"; readonly signs: readonly Sign[] }
  | { readonly kind: "quotient"; readonly over: readonly Sign[]; readonly under: readonly Sign[] };
/** One statement of a formula: words, and a quotient where it has one. */
export type FormulaLine = readonly FormulaPart[];

const lowered: ReadonlySet<string> = new Set(["Li2O", "SO2", "CO2", "NOx", "MnO2", "Ta2O5", "Nb2O5"]);
const marks = /(Li2O|SO2|CO2|NOx|MnO2|Ta2O5|Nb2O5)|(?<=\b[a-z]|max)_([a-z])\b|(?:\^(-?\d+))/g;

/** Signs as they are printed: × ≤ ≥ −, indices below the line and powers above it. @example readSigns("s_i^2") */
export function readSigns(text: string): readonly Sign[] {
  const plain = text
    .replaceAll(/(?<=^|[\d) ])x(?= |$)/g, "×")
    .replaceAll("<=", "≤")
    .replaceAll(">=", "≥")
    .replaceAll(/ - (?=\S)/g, " − ");
  const signs: Sign[] = [];
  let from = 0;
  for (const found of plain.matchAll(marks)) {
    const [whole, substance, index, power] = found;
    if (found.index > from) signs.push({ text: plain.slice(from, found.index), at: "line" });
    if (substance && lowered.has(substance))
      for (const one of substance.match(/[A-Za-z]+?(?=\d|x$|$)|\d|x$/g) ?? [])
        signs.push({ text: one, at: /^(\d|x)$/.test(one) ? "below" : "line" });
    else if (index) signs.push({ text: index, at: "below" });
    else if (power) signs.push({ text: power, at: "above" });
    from = found.index + whole.length;
  }
  if (from < plain.length) signs.push({ text: plain.slice(from), at: "line" });
  return signs;
}

/** The places outside brackets at which a sign stands, with its length. A bracket that nothing opened is none: "a) …". */
function placesOf(text: string, sign: RegExp): readonly { readonly at: number; readonly length: number }[] {
  return [...text.matchAll(sign)].flatMap(({ index, 0: found }) => {
    let depth = 0;
    for (const letter of text.slice(0, index))
      depth = Math.max(0, depth + (/[(（]/.test(letter) ? 1 : /[)）]/.test(letter) ? -1 : 0));
    return depth === 0 ? [{ at: index, length: found.length }] : [];
  });
}

function splitAt(text: string, sign: RegExp): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { at, length } of placesOf(text, sign)) {
    parts.push(text.slice(from, at));
    from = at + length;
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== "");
}

/** A semicolon, a full stop before a new statement, and where a letter is explained. */
const ends = /; |；|\. (?=[A-Z] )|。(?=[A-Z])|, (?=[a-z]_[a-z] = )|，(?=[a-z]_[a-z]＝)/g;
const commas = /, |，/g;
/** Blanks around it in English, its own sign in Chinese: "1/3 C" and "GB/T" are none. */
const divides = / \/ |(?<=\))\/(?=\()|／/g;
/** What stands before a quotient: a label, or a name and its "=". */
const labels = /^[a-z]\) |: |：| = |＝/g;
const factor = /^100 ?[x×] ?/;
/** A remark behind the lower part: after a comma, or in brackets with a colon. */
const remark = /, |，| \((?=[^)]*: )|（(?=[^）]*：)|(?<=\)) (?=for )/g;
const bracketed = /^[(（](.*)[)）]$/s;

/** Without brackets around the whole, which a bar makes needless. */
function bare(text: string): string {
  const [, inner] = bracketed.exec(text) ?? [];
  return inner !== undefined && placesOf(text.slice(0, -1), /[)）]/g).length === 0 ? inner : text;
}

const isQuotient = (part: string) => placesOf(part, divides).length > 0;

/** Two formulas with a comma between them, e.g. "a / b, or c / d", each on its own. */
function splitPairs(text: string): readonly string[] {
  const [comma] = placesOf(text, commas).filter(
    ({ at, length }) => isQuotient(text.slice(0, at)) && isQuotient(text.slice(at + length)),
  );
  if (!comma) return [text];
  return [text.slice(0, comma.at), ...splitPairs(text.slice(comma.at + comma.length))];
}

/** A formula of a sheet as it is typeset: a line for each statement, with its quotient as a bar between named terms. */
export function toFormula(text: string): readonly FormulaLine[] {
  return splitAt(text, ends).flatMap(splitPairs).map(toLine);
}

function toLine(line: string): FormulaLine {
  const [place, ...more] = placesOf(line, divides);
  if (!place || more.length > 0) return [{ kind: "words", signs: readSigns(line) }];
  const over = line.slice(0, place.at);
  const under = line.slice(place.at + place.length);
  const label = placesOf(over, labels).at(-1) ?? { at: 0, length: 0 };
  const start = label.at + label.length;
  const head = over.slice(0, start) + (factor.exec(over.slice(start))?.[0] ?? "");
  const cut = placesOf(under, remark)[0]?.at ?? under.length;
  const words = (part: string): FormulaLine =>
    part === "" ? [] : [{ kind: "words", signs: readSigns(part) }];
  return [
    ...words(head.trim()),
    {
      kind: "quotient",
      over: readSigns(bare(over.slice(head.length).trim())),
      under: readSigns(bare(under.slice(0, cut).trim())),
    },
    ...words(
      under
        .slice(cut)
        .replace(/^[,，]/, "")
        .trim(),
    ),
  ];
}
