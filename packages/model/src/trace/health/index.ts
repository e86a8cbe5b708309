export * from "./fit-line.ts";
export * from "./forecast-health.ts";
