/** What the exchange tells of itself, counted from facts; nothing is typed. */
export * from "./count-exchange.ts";
export * from "./fact.ts";
export * from "./keep-counted.ts";
export * from "./link-pair.ts";
