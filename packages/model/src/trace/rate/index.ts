export * from "./judge-goals.ts";
export * from "./rate.ts";
