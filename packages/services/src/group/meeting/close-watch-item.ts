import { duty, dutyItem, meetingItem } from "@lilink/db/schema";
import { type Field, registerOf } from "@lilink/model/register";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { requireHead, resourceOf } from "../../record/find-record.ts";
import { headOf } from "../../record/record-tables.ts";
import { takeStep } from "../../record/take-step.ts";

/**
 * A decision under a point that the clock added closes its watch item: what was noted is the finding, the decision is an action.
 * An item that is not graded yet stays open, for nothing was found. [DU6]
 */
export async function closeWatchItem(ctx: Context, itemId: string, text: string): Promise<void> {
  const watchItem = registerOf("watchItem");
  const [owed] = await ctx.db
    .select({ subjectId: duty.subjectId, notes: meetingItem.notes })
    .from(dutyItem)
    .innerJoin(duty, eq(duty.id, dutyItem.dutyId))
    .innerJoin(meetingItem, eq(meetingItem.id, dutyItem.itemId))
    .where(
      and(
        eq(dutyItem.itemId, itemId),
        eq(duty.subjectKind, watchItem.name),
        eq(duty.kind, "decide"),
        isNull(duty.endedAt),
      ),
    );
  if (!owed) return;
  const { rows } = await ctx.db.execute<{ public_id: string }>(
    sql`select public_id from ${headOf(watchItem)} where id = ${owed.subjectId}`,
  );
  let head = await requireHead(ctx, watchItem, rows[0]?.public_id ?? "", true);
  ctx.require(watchItem.act.edit, await resourceOf(ctx, watchItem, head));
  if (head.state !== "discussed")
    head = await takeStep(ctx, watchItem, head, {
      name: "discuss",
      given: { finding: shorten(owed.notes || text, watchItem.fields.finding) },
    });
  await takeStep(ctx, watchItem, head, { name: "close", given: { decision: "action", because: text } });
}

/** Notes of a meeting may be longer than a finding; they stay whole in the meeting. */
function shorten(words: string, field: Field | undefined): string {
  const letters = Array.from(words);
  const most = field?.kind === "text" ? field.max : letters.length;
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : words;
}
