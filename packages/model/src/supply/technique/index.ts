export * from "./cost-curve.ts";
export * from "./deposit-concepts.ts";
export * from "./fit.ts";
