export * from "./judge-gate.ts";
export * from "./lot.ts";
export * from "./province-distance.ts";
export * from "./route-lots.ts";
