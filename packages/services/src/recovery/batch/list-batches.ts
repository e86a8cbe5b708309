import { listBatchesSchema, type Page } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { organizationOf } from "@lilink/model/policy";
import { sql } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";
import { judgeKept } from "./judge-kept.ts";
import { type BatchHead, headColumns, noRows, readRows } from "./read-batch.ts";

export type BatchItem = Pick<
  BatchHead,
  "publicId" | "number" | "state" | "process" | "openedOn" | "closedOn"
> & {
  readonly isOwn: boolean;
  readonly owner: { readonly nameZh: string; readonly nameEn: string | null };
  readonly inKg: number;
  readonly closure: number | null;
  readonly lithium: { readonly recovery: number; readonly probability: number | null } | null;
  readonly faults: number;
};

/** The own batches and, for officers, the closed ones of others; the latest first. [TR45] */
export const listBatches = defineQuery({
  name: "batch.list",
  input: listBatchesSchema,
  rest: { tag: "registers", method: "GET", path: "/batches", output: shape.batchPage },
  authorize: { action: "battery.read" },
  run: async (ctx, { state, cursor, limit }): Promise<Page<BatchItem>> => {
    const after = cursor ? readKeyCursor(cursor) : null;
    const { rows } = await ctx.db.execute<BatchHead & BatchItem["owner"]>(
      sql`select ${headColumns}, o.name_zh as "nameZh", o.name_en as "nameEn"
        from recycling_batch b join organization o on o.id = b.org_id
        where (${state ?? null}::text is null or b.state = ${state ?? null})
          and (${after?.[0] ?? null}::date is null or (b.opened_on, b.public_id) < (${after?.[0] ?? null}::date, ${after?.[1] ?? null}))
        order by b.opened_on desc, b.public_id desc limit ${limit + 1}`,
    );
    const read = await readRows(
      ctx,
      rows.map(({ id }) => id),
    );
    const own = organizationOf(ctx.actor);
    return toPage(
      rows,
      limit,
      ({ openedOn, publicId }) => [openedOn, publicId],
      ({ nameZh, nameEn, ...head }): BatchItem => {
        const { elements, mass, faults } = judgeKept(ctx, head, read.get(head.id) ?? noRows);
        const lithium = elements.find(({ element }) => element === "Li");
        const { publicId, number, process, openedOn, closedOn } = head;
        return {
          publicId,
          number,
          state: head.state,
          process,
          openedOn,
          closedOn,
          isOwn: head.orgId === own,
          owner: { nameZh, nameEn },
          inKg: mass.inKg,
          closure: mass.closure,
          lithium: lithium ? { recovery: lithium.recovery, probability: lithium.probability } : null,
          faults: faults.length,
        };
      },
    );
  },
});
