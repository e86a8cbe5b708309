export * from "./retire.ts";
