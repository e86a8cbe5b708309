import { stepBatchSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { organizationOf } from "@lilink/model/policy";
import { nextState } from "@lilink/model/state";
import { batchMachine } from "@lilink/model/trace/batch";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { judgeKept } from "./judge-kept.ts";
import { type BatchHead, noRows, readHead, readRows } from "./read-batch.ts";

/** Moves a batch on. Only one without faults is balanced; an officer of another body audits. [TR43] */
export const stepBatch = defineMutation({
  name: "batch.step",
  input: stepBatchSchema,
  rest: { tag: "registers", method: "POST", path: "/batches/{publicId}/steps", output: shape.batchStepped },
  authorize: { action: "battery.read" },
  run: async (ctx, { publicId, step, reason, closedOn }) => {
    const head = await readHead(ctx, publicId);
    const isOwner = head.orgId === organizationOf(ctx.actor);
    const { who, reason: asks } = batchMachine.steps[step];
    if (who === "owner") ctx.require("battery.report", { owner: isOwner });
    else ctx.require("record.review", { conflict: isOwner });
    const to = nextState(batchMachine, head.state, step);
    if (to === null) throw new LilinkError("WRONG_STATE", { state: head.state });
    if (asks && !reason) throw toInputError([{ field: "reason", rule: "required" }]);
    const day = step === "close" ? closingDay(ctx, head, closedOn) : head.closedOn;
    if (step === "balance") await requireBalanced(ctx, head);
    const { rows } = await ctx.db.execute(
      sql`update recycling_batch set state = ${to}, closed_on = ${step === "reopen" ? null : day}::date,
          reason = ${asks ? (reason ?? null) : null}, version = version + 1, updated_at = ${ctx.now.toISOString()}::timestamptz
        where id = ${head.id}::uuid and state = ${head.state} and version = ${head.version} returning id`,
    );
    if (rows.length === 0) throw new LilinkError("CONFLICT");
    return { state: to };
  },
  audit: ({ step, reason }) => ({
    subjectKind: "batch",
    subjectId: null,
    detail: { step, reason: reason ?? null },
  }),
});

function closingDay(ctx: Context, { openedOn }: BatchHead, given: string | undefined): string {
  const today = toShanghaiDate(ctx.now);
  const day = given ?? today;
  if (day > today) throw toInputError([{ field: "closedOn", rule: "dateTooFar", params: { max: today } }]);
  if (day < openedOn) throw toInputError([{ field: "closedOn", rule: "endBeforeStart" }]);
  return day;
}

async function requireBalanced(ctx: Context, head: BatchHead): Promise<void> {
  const read = await readRows(ctx, [head.id]);
  const { faults } = judgeKept(ctx, head, read.get(head.id) ?? noRows);
  if (faults.length > 0)
    throw toInputError([{ field: "rows", rule: "notBalanced", params: { count: faults.length } }]);
}
