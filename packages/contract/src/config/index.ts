export { FIELDS, LOG_LEVELS, VARIABLES } from "./field.ts";
export {
  defaultRates,
  type RateClass,
  type RateLimit,
  type RateLimits,
  type RateScope,
  rateClasses,
  rateScopes,
} from "./rate.ts";
export {
  type Config,
  ConfigError,
  type PrepareConfig,
  readConfig,
  readPrepareConfig,
  readWorkerConfig,
  type WorkerConfig,
} from "./read.ts";
