export { backUp } from "./back-up.ts";
export { backUpElsewhere, followElsewhere } from "./elsewhere.ts";
export { RecoveryError } from "./error.ts";
export { type RestoreOptions, type RestoreReport, restore } from "./restore.ts";
export type { BackUpOptions, BackUpReport } from "./retain.ts";
