export { beginAs, type Principal } from "./become.ts";
export { RoleError, requireBoundRole } from "./bound-role.ts";
export { createDatabaseClock, type DatabaseClock } from "./clock.ts";
export { BEGIN, createPool, type Database, type PoolOptions, toDatabase } from "./connect.ts";
export { migrate } from "./migrate.ts";
export {
  collationOf,
  isCoarse,
  noText,
  type OrderLanguage,
  orderSql,
} from "./register/order-sql.ts";
export { openSecond, type SecondTransaction } from "./second-transaction.ts";
export { migrateTrace, refuseGone } from "./trace/migrate-trace.ts";
