import { simplifyHan } from "./simplify-han.ts";

/** Text made comparable, with the place in the original of every character (one more for the end). */
export type NormalText = { readonly text: string; readonly at: readonly number[]; readonly raw: string };

export type Span = { readonly start: number; readonly end: number };

const wide = /^[\p{Script=Han}，。、；：！？（）《》「」【】]$/u;
const dashes = /^[\u2010-\u2015\u2212\uFE63\uFF0D]$/;
// A tab, or so many blanks in a row, part two columns of a pasted table.
const gapOfColumns = 4;
const tildes = /^[\u223C\u301C\uFF5E]$/;

/**
 * Half width, simplified characters, plain digits for sub- and superscripts, one kind of dash and tilde, blanks only
 * where Latin words need them; what parts two columns is a line. Case stays: Mt is not mt. [MT2]
 * @example normalizeText("Ｄ５０：８～１５ µm").text // "D50:8~15 μm"
 */
export function normalizeText(raw: string): NormalText {
  const out: string[] = [];
  const at: number[] = [];
  let blankAt = -1;
  let columns = 0;
  let position = 0;
  for (const character of raw) {
    const start = position;
    position += character.length;
    if (/\s/.test(character)) {
      if (character !== "\n") {
        if (blankAt < 0) blankAt = start;
        if (character === "\t") columns += 1;
        else if (start - blankAt >= gapOfColumns - 1) columns ||= 1;
        continue;
      }
      // Two tabs part an empty cell from its fellows, a tab at the end closes the last one.
      if (raw[start - 1] === "\t" && (out.at(-1) ?? "\n") !== "\n")
        emit(out, at, "|".repeat(columns), blankAt);
      emit(out, at, "\n", start);
      [blankAt, columns] = [-1, 0];
      continue;
    }
    const previous = out.at(-1) ?? "\n";
    if (blankAt >= 0 && columns > 0 && previous !== "\n") emit(out, at, "|".repeat(columns), blankAt);
    else if (blankAt >= 0 && !wide.test(character) && !wide.test(previous) && previous !== "\n")
      emit(out, at, " ", blankAt);
    [blankAt, columns] = [-1, 0];
    for (const plain of plainFormOf(character)) emit(out, at, plain, start);
  }
  at.push(raw.length);
  return { text: out.join(""), at, raw };
}

function emit(out: string[], at: number[], plain: string, start: number): void {
  for (let unit = 0; unit < plain.length; unit++) {
    out.push(plain.charAt(unit));
    at.push(start);
  }
}

function plainFormOf(character: string): string {
  if (dashes.test(character)) return "-";
  if (tildes.test(character)) return "~";
  if (character === "℃") return "°C";
  return simplifyHan(character.normalize("NFKC").replaceAll("\u2212", "-"));
}

/** The span in the original text of a span in the normal one. */
export function toRawSpan(normal: NormalText, span: Span): Span {
  const last = normal.at[span.end - 1] ?? normal.raw.length;
  const width = normal.raw.codePointAt(last) ?? 0;
  return {
    start: normal.at[span.start] ?? 0,
    end: Math.min(normal.raw.length, last + (width > 0xffff ? 2 : 1)),
  };
}

const clauseEnd =
  /[。;；\n!?！？]|(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|No|no|Min|Max|Approx|Typ|Qty|Est|Temp|approx|ca|cf|vs|e\.g|i\.e|Fig|incl|excl|max|min|resp|Co|Ltd|Inc|St|temp|wt|pct|typ|avg|abt|eff|qty|nom|est|n\.m\.t|n\.l\.t))\.(?=\s|$)/g;

/** The spans of the sentences of a normal text; a decimal point ends none, nor does that of a short form (approx., Dr.). */
export function sentencesOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(clauseEnd)) {
    if (match.index > start) spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}
