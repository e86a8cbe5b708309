export * from "./compare-windows.ts";
export * from "./measure-records.ts";
export * from "./nodes-of-concept.ts";
export * from "./patent-term.ts";
export * from "./status-on.ts";
