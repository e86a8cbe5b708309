export * from "./fact.ts";
export * from "./goal.ts";
export * from "./import/parse-production.ts";
export * from "./import/parse-trade-aggregates.ts";
export * from "./indicator.ts";
export * from "./series.ts";
export * from "./shipped-series.ts";
export * from "./show-goal.ts";
