/** The file of a return: its columns, its rows and what may be wrong with them. */
export * from "./file-column.ts";
export * from "./file-meta.ts";
export * from "./file-rule.ts";
export * from "./name-faults.ts";
export * from "./read-file-row.ts";
