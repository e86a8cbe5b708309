export * from "./layout.ts";
export * from "./machine.ts";
export * from "./product.ts";
export * from "./read-trade.ts";
