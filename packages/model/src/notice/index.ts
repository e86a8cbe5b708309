export * from "./back-off.ts";
export * from "./kind.ts";
