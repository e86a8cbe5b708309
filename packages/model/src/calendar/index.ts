export * from "./shanghai-date.ts";
export * from "./working-day.ts";
