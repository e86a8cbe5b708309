import { type ReadRow, readRows } from "./read-rows.ts";

const amount =
  /(?:[≤≥<>≈~]=?|不[低高少多小大]于|不超过|至少|至多|约|at (?:least|most)|up to|about|min\.?|max\.?)?\s*\d[\d,.]*(?:\s*(?:[-–~至]|to)\s*\d[\d,.]*)?/iu;

/** A piece of a text as the comparison, number and unit that a row takes; null where it has no number. */
export type ReadPiece = Pick<ReadRow, "op" | "value" | "high" | "unit" | "hard">;

/**
 * A piece of a text as the beginning of a row, as far as it is plain. [PO16]
 * @example readPiece("D50 ≤ 1.5 µm") // { op: "<=", value: "1.5", high: "", unit: "µm", hard: true }
 */
export function readPiece(words: string): ReadPiece | null {
  const plain = words.normalize("NFKC");
  const found = amount.exec(plain);
  if (!found) return null;
  const number = found[0].trim().replace(/[.,]+$/, "");
  const rest = plain.slice(found.index + found[0].length).trimStart();
  // The longest unit that is one.
  for (let length = Math.min(rest.length, longestUnit); length >= 0; length -= 1) {
    const [row] = readRows(`${number} ${rest.slice(0, length)}`.trim());
    if (row && row.value !== "" && (length === 0 || row.unit !== "")) {
      const { op, value, high, unit, hard } = row;
      return { op, value, high, unit, hard };
    }
  }
  return null;
}

const longestUnit = 10;
