import type { FaultyRow, RowFaultRule } from "./file-rule.ts";

/** A fault as the page of the return names it: row from 1, heading of the column at which it is mended. */
export type NamedFault = {
  readonly row: number;
  readonly field: string;
  readonly rule: RowFaultRule;
  readonly params: Readonly<Record<string, string>>;
};

/**
 * The first faults of a file in the order of its rows, with the headings of their columns. [RT12]
 * @param headings the cells of the heading row, by sheet from 0
 * @example nameFaults([{ sheet: 0, row: 3, faults: [{ column: 1, rule: "tooLong", params: {} }] }], new Map([[0, ["code", "site"]]]), 5)[0]?.field // "site"
 */
export function nameFaults(
  faults: readonly FaultyRow[],
  headings: ReadonlyMap<number, readonly string[]>,
  most: number,
): NamedFault[] {
  return [...faults]
    .sort((a, b) => a.sheet - b.sheet || a.row - b.row)
    .slice(0, most)
    .flatMap(({ sheet, row, faults: found }) =>
      found.map(({ column, rule, params }) => ({
        row,
        field: headings.get(sheet)?.[column] ?? "",
        rule,
        params,
      })),
    )
    .slice(0, most);
}
