export { applyPlan } from "../src/plan/apply-plan.ts";
export { readStatements, type Statement } from "../src/plan/read-statements.ts";
export { readPlan, type Source, sources } from "../src/plan/sources.ts";
export { distributeTrace } from "../src/trace/distribute-trace.ts";
export {
  createEmptyDatabase,
  createOldDatabase,
  createTestDatabase,
  type TestDatabase,
} from "./create-test-database.ts";
export { findPlanDrift } from "./find-plan-drift.ts";
export { readCatalog } from "./read-catalog.ts";
