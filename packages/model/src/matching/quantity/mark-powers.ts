import type { NormalText } from "@lilink/engine/text";

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

export function isMark(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= firstMark && code < firstMark + raised.length;
}

/** The exponent that a run of marks stands for. */
export function readMarks(marks: string): number {
  return Number([...marks].map((mark) => plain.charAt(mark.charCodeAt(0) - firstMark)).join(""));
}
