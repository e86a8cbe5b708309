export * from "./back-off.ts";
export * from "./expiry.ts";
export * from "./kind.ts";
