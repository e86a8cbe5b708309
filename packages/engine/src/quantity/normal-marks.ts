import type { NormalText } from "../text/index.ts";

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺";
const plain = "0123456789-+";
const firstMark = 0xe000;

/**
 * The normal text with raised exponents of ten as marks of the private area, so that 10⁶ is not read as 106. Positions
 * stay; units such as m²/g are left alone. [MT5]
 */
export function markPowers(normal: NormalText): string {
  const { text, raw, at } = normal;
  if (!/10 ?[⁰¹²³⁴-⁹⁻⁺]/.test(raw)) return text;
  const marked = [...text.split("")];
  for (let index = 2; index < marked.length; index++) {
    const place = raised.indexOf(raw.charAt(at[index] ?? 0));
    const isAfterTen = marked.slice(index - 2, index).join("") === "10";
    const goesOn = isMark(marked[index - 1] ?? "");
    if (place >= 0 && (isAfterTen || goesOn)) marked[index] = String.fromCharCode(firstMark + place);
  }
  return marked.join("");
}

function isMark(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= firstMark && code < firstMark + raised.length;
}

/** The exponent that a run of marks stands for. */
export function readMarks(marks: string): number {
  return Number([...marks].map((mark) => plain.charAt(mark.charCodeAt(0) - firstMark)).join(""));
}

/**
 * A Chinese comma between digits of half width parts two numbers: 酸料比0.95，250℃ holds no 95250. It is made a semicolon, but
 * for the one before 000; positions stay. [MT52]
 */
export function partCommas({ raw, at }: NormalText, text: string): string {
  if (!/\d，\d/.test(raw)) return text;
  return text
    .split("")
    .map((character, index) => {
      const place = at[index] ?? 0;
      const isParting = character === "," && /^\d，(?!000(?!\d))\d/.test(raw.slice(place - 1, place + 5));
      return isParting ? ";" : character;
    })
    .join("");
}

const formal = "零壹贰叁肆伍陆柒捌玖拾佰仟";
const everyday = "零一二三四五六七八九十百千";

/**
 * Numerals as on a cheque in their everyday form, character by character: 贰拾万元 reads as 二十万元. A single one stays, for it
 * may be a name. [MT5]
 * @example plainNumerals("人民币贰拾万元") // "人民币二十万元"
 */
export function plainNumerals(text: string): string {
  if (!/[壹贰叁肆伍陆柒捌玖拾佰仟]/.test(text)) return text;
  return text.replaceAll(/[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,}/g, (run) =>
    [...run].map((character) => everyday.charAt(formal.indexOf(character)) || character).join(""),
  );
}
