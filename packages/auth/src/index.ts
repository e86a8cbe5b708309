export { createAuth, type EnterAnswer } from "./create-auth.ts";
export { originOf } from "./origin.ts";
export { readSessionPrincipal } from "./read-session-principal.ts";
export type { AuthSettings } from "./settings.ts";
