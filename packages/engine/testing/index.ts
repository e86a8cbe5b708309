export { auditSparsely, type SparseAudit } from "./audit-sparse.ts";
export type { AuditCell, AuditTable } from "./audit-table.ts";
export {
  auditAnswer,
  type DisclosureSample,
  listDisclosureSamples,
  toAuditTable,
  withholdGreedily,
} from "./disclosure-sample.ts";
export { type Market, makeMarketTable, marketSizes } from "./market-table.ts";
