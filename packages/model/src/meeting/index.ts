export * from "./state.ts";
export * from "./vote.ts";
export * from "./voted.ts";
