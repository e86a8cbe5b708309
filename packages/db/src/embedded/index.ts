export { followFiles } from "../recovery/follow.ts";
export { type Borrowed, borrowEmbedded } from "./borrow.ts";
export { EmbeddedError, type EmbeddedFault } from "./error.ts";
export { findFreePort } from "./port.ts";
export { type Embedded, type EmbeddedOptions, startEmbedded } from "./start.ts";
export { startThrowaway, type Throwaway } from "./throwaway.ts";
