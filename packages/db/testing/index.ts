export {
  createEmptyDatabase,
  createOldDatabase,
  createTestDatabase,
  type TestDatabase,
} from "./create-test-database.ts";
export { findPlanDrift } from "./find-plan-drift.ts";
export { readCatalog } from "./read-catalog.ts";
