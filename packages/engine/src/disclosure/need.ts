import { type CellJudgement, type DisclosureParameters, judgeShares } from "./judge-cell.ts";
import { type Programme, sizeOf, tolerance } from "./programme.ts";
import type { Cell } from "./table.ts";

/**
 * A movement that each attacker must hold possible: of a column, to a side or (0) to any, by at least so much in scaled
 * units.
 */
export type Need = { readonly column: number; readonly side: 1 | -1 | 0; readonly by: number };

/** Attackers: 0 is the outsider, every other a group, by its place in the table plus 1. */
export const outsider = 0;

/** Digits that scaling may cost: so much more is asked than the rule says. */
const margin = 1 + 1e-9;

/** Judgement of each column; a change is judged by who is behind it, when it becomes a column. [DC2] */
export function judgeColumns(
  programme: Programme,
  parameters: DisclosureParameters,
): readonly CellJudgement[] {
  return programme.columns.map(({ cell, kind }) => {
    if (kind !== "change") return judgeShares(cell, parameters, programme.isSigned);
    return { unsafe: true, protection: (sizeOf(cell) * (parameters.pPercent ?? 0)) / 100 };
  });
}

/** What a column that is not published asks for: an unsafe one its protection, a withheld one not to be determined. [DC3] */
export function needsOf(programme: Programme, column: number, judgement: CellJudgement): readonly Need[] {
  const { scale, columns, isSigned } = programme;
  const one = columns[column];
  if (!one || one.kind === "told" || (one.kind !== "change" && soleOf(one.cell) === "everyone")) return [];
  if (!judgement.unsafe && one.kind !== "shown") return [];
  const size = sizeOf(one.cell) * scale;
  const least = Math.max(Math.min(size * 1e-3, scale), 10 * tolerance);
  const by = judgement.protection * scale * margin;
  if (one.kind === "change") return [{ column, side: 0, by: Math.max(by, least) }];
  if (!judgement.unsafe || by <= least) return [{ column, side: 0, by: least }];
  const secret = (Number(one.cell.total) - knownTo(one.cell, outsider)) * scale;
  const both: readonly Need[] = [
    { column, side: 1, by },
    { column, side: -1, by: isSigned ? by : Math.min(by, secret) },
  ];
  return both.filter((need) => need.by > tolerance);
}

/** Nobody is asked to doubt what it knows exactly, nor downwards what it put in itself or everybody knows. [DC3] */
export function demandOf(need: Need, { columns, scale, isSigned }: Programme, attacker: number): number {
  const one = columns[need.column];
  if (!one) return need.by;
  if (soleOf(one.cell) === attacker - 1) return 0;
  if (one.kind === "change") return need.by;
  if (need.side >= 0 || isSigned) return need.by;
  return Math.min(need.by, (Number(one.cell.total) - knownTo(one.cell, attacker)) * scale);
}

/** What an attacker knows of a cell: its own part, and what is public of the others. [DC4] */
export function knownTo({ sums, known }: Cell, attacker: number): number {
  let sum = sums.get(attacker - 1) ?? 0n;
  for (const [group, part] of known) if (group !== attacker - 1) sum += part;
  return Number(sum);
}

/** The group that has reported all of a cell but what is public, and so knows it exactly; null where there are more. */
export function soleOf({ sums, known }: Cell): number | "everyone" | null {
  let sole: number | "everyone" = "everyone";
  for (const [group, sum] of sums) {
    if (known.get(group) === sum) continue;
    if (sole !== "everyone") return null;
    sole = group;
  }
  return sole;
}
