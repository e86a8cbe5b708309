import { readRows } from "@lilink/model/posting";
import { emptyFigure, type FigureValues } from "./draft-values.ts";

const amount =
  /(?:[≤≥<>≈~]=?|不[低高少多小大]于|不超过|至少|至多|约|at (?:least|most)|up to|about|min\.?|max\.?)?\s*\d[\d,.]*(?:\s*(?:[-–~至]|to)\s*\d[\d,.]*)?/iu;

/**
 * A piece of a text as the beginning of a row: its comparison, number and unit, as far as they are plain.
 * @example readPiece("D50 ≤ 1.5 µm") // { op: "<=", value: "1.5", unit: "µm", … }
 */
export function readPiece(words: string): FigureValues {
  const plain = words.normalize("NFKC");
  const found = amount.exec(plain);
  if (!found) return { ...emptyFigure, op: "=", condition: words.slice(0, 200) };
  const number = found[0].trim().replace(/[.,]+$/, "");
  const rest = plain.slice(found.index + found[0].length).trimStart();
  // The longest unit that is one.
  for (let length = Math.min(rest.length, 10); length >= 0; length -= 1) {
    const [row] = readRows(`${number} ${rest.slice(0, length)}`.trim());
    if (row && row.value !== "" && (length === 0 || row.unit !== ""))
      return { ...emptyFigure, ...row, attribute: "", condition: "" };
  }
  return { ...emptyFigure, op: "=", condition: words.slice(0, 200) };
}
