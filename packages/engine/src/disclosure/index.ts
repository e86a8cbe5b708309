/**
 * Disclosure control of released tables, for the server alone. A caller gives `releaseTable` all contributions to one table
 * (one indicator, one period), with the earlier releases of it, and stores what it returns; everything else serves tests.
 */

export { loadSolver, type Solver } from "../optimise/highs.ts";
export type { Axis, Dimension } from "./axis.ts";
export { type CellJudgement, type DisclosureParameters, judgeCell, judgeShares } from "./judge-cell.ts";
export { type ProtectedCell, protectTable } from "./protect-table.ts";
export type { EarlierRelease, Release, ReleasedCell, ReleaseInput, ReleaseReport } from "./release.ts";
export { releaseTable } from "./release-table.ts";
export { type Cell, type Contribution, type Table, toTable } from "./table.ts";
