export * from "./effort.ts";
export * from "./explain.ts";
export * from "./factor.ts";
export * from "./gap.ts";
export * from "./judge.ts";
export * from "./rank.ts";
export * from "./released.ts";
export * from "./score.ts";
