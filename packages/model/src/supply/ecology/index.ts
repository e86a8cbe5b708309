export * from "./overlay.ts";
export * from "./verdict.ts";
