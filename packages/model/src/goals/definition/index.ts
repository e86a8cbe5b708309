/** Definitions of indicators: types, dimensions and expressions, safe in the browser. The 55 shipped ones are a room of their own. */
export * from "./definition.ts";
export * from "./dimension.ts";
export * from "./list-owed.ts";
