import type { RefusalRule, RuleParams, Table } from "@lilink/model/file";
import type { FileLimits } from "./limit.ts";
import type { PackedRows } from "./pack-rows.ts";

export type ThreadInput = { readonly bytes: Uint8Array; readonly name: string; readonly limits: FileLimits };

/** What the reading thread says: first `open`, then one `rows` for each piece that it is asked for, then `end`. */
export type ThreadMessage =
  | ({ readonly say: "open" } & Omit<Table, "pieces">)
  | { readonly say: "rows"; readonly rows: PackedRows }
  | { readonly say: "end" }
  | { readonly say: "refused"; readonly rule: RefusalRule; readonly params: RuleParams };
