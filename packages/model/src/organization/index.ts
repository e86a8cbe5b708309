export * from "./claim.ts";
export * from "./directory.ts";
export * from "./facts.ts";
export * from "./mark-fictional.ts";
export * from "./merge.ts";
export * from "./status.ts";
export * from "./vocabulary.ts";
