export * from "./cohort.ts";
export * from "./retire.ts";
