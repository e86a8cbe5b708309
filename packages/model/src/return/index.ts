export * from "./due.ts";
export * from "./period.ts";
export * from "./read-figure.ts";
export * from "./state.ts";
