export * from "./balance.ts";
export * from "./batch.ts";
export * from "./judge-batch.ts";
export * from "./machine.ts";
