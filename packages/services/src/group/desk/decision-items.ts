import { meetingDecision } from "@lilink/db/schema";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";

/** Each decision of a meeting that the organization has still to carry out, due at the end of its day in Shanghai. */
export async function listDecisionItems(ctx: Context, organizationId: string): Promise<DeskItem[]> {
  const rows = await ctx.db
    .select({ text: meetingDecision.text, dueOn: meetingDecision.dueOn, since: meetingDecision.createdAt })
    .from(meetingDecision)
    .where(
      and(
        eq(meetingDecision.ownerOrganizationId, organizationId),
        isNull(meetingDecision.doneAt),
        isNull(meetingDecision.withdrawnAt),
      ),
    )
    .orderBy(asc(meetingDecision.dueOn), asc(meetingDecision.id))
    .limit(20);
  return rows.map(({ text, dueOn, since }) => ({
    kind: "decision",
    title: text,
    count: 1,
    path: "/meetings#decisions",
    due: new Date(`${dueOn}T23:59:59.999+08:00`),
    since,
  }));
}
