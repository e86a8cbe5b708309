export * from "./completeness.ts";
export * from "./field.ts";
export * from "./level.ts";
export * from "./part.ts";
export * from "./state.ts";
export * from "./vocabulary.ts";
export * from "./wall.ts";
