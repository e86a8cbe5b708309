export * from "./count-conformity.ts";
export * from "./count-listed.ts";
export * from "./judge-recovery.ts";
export * from "./machine.ts";
