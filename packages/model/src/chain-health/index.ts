export * from "./effort.ts";
export * from "./rank.ts";
export * from "./score.ts";
