import { type CodeReading, explainCode } from "./explain-code.ts";

/** The most codes of one file or one paste. */
export const mostCodes = 100_000;

export type CodeList = {
  readonly readings: readonly CodeReading[];
  /** How often a code stands in the list, of those that stand in it more than once. */
  readonly repeated: ReadonlyMap<string, number>;
  /** More lines than are read. */
  readonly isCut: boolean;
};

/**
 * Codes as people paste them: one a line or cell, or several behind one another. A line whose pieces make one code together
 * is one code: labels print it in two lines or in groups. [TR6]
 */
export function readCodes(text: string, today?: string): CodeList {
  const lines = text.split(/[\r\n\t,;，；、|]+/u).filter((line) => line.trim() !== "");
  const readings: CodeReading[] = [];
  const counts = new Map<string, number>();
  let isCut = false;
  for (let at = 0; at < lines.length; at++) {
    if (readings.length >= mostCodes) {
      isCut = true;
      break;
    }
    const [reading, used] = readAt(lines, at, today);
    at += used - 1;
    for (const one of reading) {
      readings.push(one);
      counts.set(one.code, (counts.get(one.code) ?? 0) + 1);
    }
  }
  const kept = readings.slice(0, mostCodes);
  return {
    readings: kept,
    repeated: new Map([...counts].filter(([, count]) => count > 1)),
    isCut: isCut || kept.length < readings.length,
  };
}

/** The line as one code, with the next one where both together are right, else its pieces. */
function readAt(
  lines: readonly string[],
  at: number,
  today: string | undefined,
): readonly [readonly CodeReading[], number] {
  const line = lines[at] ?? "";
  const whole = explainCode(line.trim(), today);
  if (whole.verdict !== "reject") return [[whole], 1];
  const next = lines[at + 1];
  if (next !== undefined && whole.code.length < 24 && explainCode(next.trim(), today).verdict === "reject") {
    const both = explainCode(`${line.trim()}${next.trim()}`, today);
    if (both.verdict !== "reject" && both.code.length <= 24) return [[both], 2];
  }
  const pieces = line.trim().split(/\s+/u);
  if (pieces.length === 1) return [[whole], 1];
  const apart = pieces.map((piece) => explainCode(piece, today));
  return [apart.some(({ verdict }) => verdict !== "reject") ? apart : [whole], 1];
}
