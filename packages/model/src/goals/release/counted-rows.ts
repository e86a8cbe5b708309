import type { Definition, FigureRow } from "../definition/index.ts";
import { pairsOf, toAsked } from "./pair-parts.ts";
import { countsIn, toSigner } from "./sign-reports.ts";

const own = { organizationId: "own", period: "" };
const unplaced = { ...own, group: "own", province: null, size: null, link: "", value: "0" };

/**
 * Which rows of one body count in a measure: of a ratio those at places where it reported all parts. [RL15]
 * @param definitions all that are in force
 * @example countedRows(sme01, definitions, "intensity", rows).length
 */
export function countedRows(
  definition: Definition,
  definitions: readonly Definition[],
  measure: string,
  rows: readonly FigureRow[],
): readonly FigureRow[] {
  const pairs = pairsOf(definition, toAsked(definitions)).filter((one) => one.measures.includes(measure));
  return pairs.reduce((counted, pair) => {
    const partOf = (code: string) => pair.parts.find(({ codes }) => codes.includes(code));
    const placeOf = ({ component, place }: FigureRow) =>
      (partOf(component)?.dimensions ?? []).map((id) => place[id] ?? "");
    const answers = counted.map((row) => ({ ...own, component: row.component, place: placeOf(row) }));
    const signers = new Map(
      pair.parts.map(({ root }) => [root, toSigner({ root, pairs: [pair] }, answers, new Map())] as const),
    );
    return counted.filter((row) => {
      const sign = signers.get(partOf(row.component)?.root ?? "");
      return (
        !sign || countsIn(sign({ ...unplaced, component: row.component, place: placeOf(row) }), pair.key)
      );
    });
  }, rows);
}
