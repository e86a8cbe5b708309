export * from "./directory.ts";
export * from "./mark-fictional.ts";
export * from "./organization.ts";
