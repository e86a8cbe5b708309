export * from "./back-off.ts";
export * from "./delivery.ts";
export * from "./expiry.ts";
export * from "./kind.ts";
export * from "./matter.ts";
