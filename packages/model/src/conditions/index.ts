export * from "./asked-of.ts";
export * from "./binding-on.ts";
export * from "./claim-facts.ts";
export * from "./compare-sets.ts";
export * from "./condition-sets.ts";
export * from "./count-maturity.ts";
export * from "./plant-facts.ts";
export * from "./standing-on.ts";
