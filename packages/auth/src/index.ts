export { createAuth, type PasswordAnswer } from "./create-auth.ts";
export { readSessionClaim } from "./read-session-claim.ts";
export type { AuthSettings } from "./settings.ts";
