export * from "./compare-windows.ts";
export * from "./patent-term.ts";
export * from "./status-on.ts";
