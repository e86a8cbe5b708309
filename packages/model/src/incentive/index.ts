export * from "./machine.ts";
export * from "./terms.ts";
