export * from "./state.ts";
export * from "./vote.ts";
