export { createAuth, type EnterAnswer } from "./create-auth.ts";
export { originOf } from "./origin.ts";
export { readSessionClaim } from "./read-session-claim.ts";
export type { AuthSettings } from "./settings.ts";
