export * from "./judge-gate.ts";
export * from "./lot.ts";
export * from "./province-distance.ts";
export * from "./rest-on-test.ts";
export * from "./route-lots.ts";
