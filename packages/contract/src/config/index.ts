export { FIELDS, LOG_LEVELS, VARIABLES } from "./field.ts";
export {
  type Config,
  ConfigError,
  type PrepareConfig,
  readConfig,
  readPrepareConfig,
  readWorkerConfig,
  type WorkerConfig,
} from "./read.ts";
