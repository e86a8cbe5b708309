import { loadBatchSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { can, organizationOf } from "@lilink/model/policy";
import { openSteps } from "@lilink/model/state";
import { type BatchRow, batchMachine, type JudgedBatch } from "@lilink/model/trace/batch";
import { sql } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { judgeKept } from "./judge-kept.ts";
import { type BatchHead, noRows, readHead, readRows } from "./read-batch.ts";

export type LoadedBatch = Omit<BatchHead, "id" | "orgId"> & {
  readonly owner: { readonly publicId: string; readonly nameZh: string; readonly nameEn: string | null };
  readonly rows: readonly BatchRow[];
  readonly spentElsewhere: readonly string[];
  readonly judged: JudgedBatch;
  /** The steps that the reader may take now. */
  readonly steps: readonly string[];
  readonly mayEdit: boolean;
};

/** A batch with its balance, for its owner and, once it is closed, for officers. [TR45] */
export const loadBatch = defineQuery({
  name: "batch.load",
  input: loadBatchSchema,
  rest: { tag: "registers", method: "GET", path: "/batches/{publicId}", output: shape.batchLoaded },
  authorize: { action: "battery.read" },
  run: async (ctx, { publicId }): Promise<LoadedBatch> => {
    const head = await readHead(ctx, publicId);
    const { id, orgId, ...shown } = head;
    const read = (await readRows(ctx, [id])).get(id) ?? noRows;
    const { rows } = await ctx.db.execute<LoadedBatch["owner"]>(
      sql`select public_id as "publicId", name_zh as "nameZh", name_en as "nameEn" from organization where id = ${orgId}::uuid`,
    );
    const isOwner = orgId === organizationOf(ctx.actor);
    const keeps = can(ctx.actor, "battery.report", { owner: isOwner });
    const audits = !isOwner && can(ctx.actor, "record.review");
    return {
      ...shown,
      ...read,
      owner: rows[0] ?? { publicId: "", nameZh: "", nameEn: null },
      judged: judgeKept(ctx, head, read),
      steps: openSteps(batchMachine, head.state).filter((step) =>
        batchMachine.steps[step].who === "owner" ? keeps : audits,
      ),
      mayEdit: keeps && batchMachine.states[head.state].edit === "live",
    };
  },
});
