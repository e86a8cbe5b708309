import { toShanghaiDate } from "@lilink/model/calendar";
import { type JudgedBatch, judgeBatch } from "@lilink/model/trace/batch";
import type { Context } from "../../kernel/context.ts";
import type { BatchHead, ReadRows } from "./read-batch.ts";

/** A kept batch judged by the rules of the day on which it was opened. [TR41] [TR43] */
export function judgeKept(
  ctx: Context,
  { uIn, uOut, openedOn, closedOn }: BatchHead,
  { rows, spentElsewhere, notTold }: ReadRows,
): JudgedBatch {
  return judgeBatch({
    rows,
    spentElsewhere,
    notTold,
    uIn: uIn ?? undefined,
    uOut: uOut ?? undefined,
    on: openedOn,
    until: closedOn ?? toShanghaiDate(ctx.now),
  });
}
