export * from "./indicator.ts";
export * from "./words.ts";
