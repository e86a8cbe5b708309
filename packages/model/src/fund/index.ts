export * from "./assign-reviewers.ts";
export * from "./expertise.ts";
export * from "./share-fairly.ts";
