export * from "./rules.ts";
export * from "./stage.ts";
