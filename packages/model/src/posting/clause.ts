/** A piece of a text by its places, the end not within it. */
export type TextSpan = { readonly start: number; readonly end: number };

const opening = "（(【[〔";
const closing = "）)】]〕";
/**
 * Between digits a comma and a point are of the number; a point ends a clause only before a new sentence or at the end, and not behind
 * a title or a form of firm.
 */
const stop =
  /[，。；！？\n]|[;!?]|,(?!\d)|(?<!\d),|(?<!\b(?:Prof|Dr|Mr|Ms|Mrs|Ing|Attn|No|Co))\.(?=\s+[\p{Lu}\p{Script=Han}]|\s*$)/uy;

/**
 * The clauses of a text between its commas and stops, without the spaces around them; what stands in brackets is of the clause
 * that opens them, and an open bracket ends with its sentence. Clauses without a letter or a digit are left out. [PO11] [PO16]
 * @example listClauses("碳酸锂，按月交货。").length // 2
 */
export function listClauses(text: string): TextSpan[] {
  const clauses: TextSpan[] = [];
  let start = 0;
  let depth = 0;
  const close = (end: number) => {
    const words = text.slice(start, end);
    const from = start + words.length - words.trimStart().length;
    if (/[\p{L}\p{N}]/u.test(words)) clauses.push({ start: from, end: from + words.trim().length });
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (opening.includes(letter)) depth += 1;
    if (closing.includes(letter)) depth = Math.max(0, depth - 1);
    stop.lastIndex = at;
    if (!stop.test(text) || (depth > 0 && !/[。\n]/.test(letter))) continue;
    close(at);
    start = at + 1;
    depth = 0;
  }
  close(text.length);
  return clauses;
}
