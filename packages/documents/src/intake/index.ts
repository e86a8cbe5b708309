/** Files of rows that come in. Node alone: nothing of this is for the browser. */
export { type FileLimits, fileLimits } from "./limit.ts";
export { type Guard, type GuardedTable, readGuarded } from "./read-guarded.ts";
export {
  type CellRule,
  cellRules,
  FileRefusal,
  type RefusalParams,
  type RefusalRule,
  refusalRules,
} from "./rule.ts";
export type { CellFault, Table, TableRow, TableSheet } from "./table-row.ts";
