import type { FileLimits } from "./limit.ts";
import type { RefusalParams, RefusalRule } from "./rule.ts";
import type { Table, TableRow } from "./table-row.ts";

export type ThreadInput = { readonly bytes: Uint8Array; readonly name: string; readonly limits: FileLimits };

/** What the reading thread says: first `open`, then one `rows` for each piece that it is asked for, then `end`. */
export type ThreadMessage =
  | ({ readonly say: "open" } & Omit<Table, "pieces">)
  | { readonly say: "rows"; readonly rows: readonly TableRow[] }
  | { readonly say: "end" }
  | { readonly say: "refused"; readonly rule: RefusalRule; readonly params: RefusalParams };
