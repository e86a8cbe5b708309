import { openBatchSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { toShanghaiDate } from "@lilink/model/calendar";
import { toInputError } from "@lilink/model/error";
import { batchMachine } from "@lilink/model/trace/batch";
import { sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";

/** Opens a batch under a number of the recycler's own. [TR43] */
export const openBatch = defineMutation({
  name: "batch.open",
  input: openBatchSchema,
  rest: { tag: "registers", method: "POST", path: "/batches", output: shape.batchOpened },
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { number, process, custodyModel, openedOn, province }) => {
    const today = toShanghaiDate(ctx.now);
    if (openedOn > today)
      throw toInputError([{ field: "openedOn", rule: "dateTooFar", params: { max: today } }]);
    const publicId = ctx.newPublicId();
    const { rows } = await ctx.db.execute(
      sql`insert into recycling_batch (id, public_id, org_id, number, state, process, custody_model, province, opened_on, updated_at)
        values (${ctx.newId()}, ${publicId}, ${requireOwn(ctx)}::uuid, ${number}, ${batchMachine.start}, ${process}, ${custodyModel},
          ${province ?? null}, ${openedOn}::date, ${ctx.now.toISOString()}::timestamptz)
        on conflict (org_id, number) do nothing returning id`,
    );
    if (rows.length === 0) throw toInputError([{ field: "number", rule: "duplicate" }]);
    return { publicId };
  },
  audit: ({ number }) => ({ subjectKind: "batch", subjectId: null, detail: { number } }),
});
