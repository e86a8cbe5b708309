import { moveDueSchema } from "@lilink/contract";
import { returnForm, returnRound } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { parsePeriod, returnDueAt } from "@lilink/model/return";
import { and, eq, gte, isNull, lt } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";

/** An officer gives more time: a later due instant, while the present one lies ahead and so nobody was late ([RT4]). */
export const moveDue = defineMutation({
  name: "return.moveDue",
  input: moveDueSchema,
  authorize: { action: "return.open" },
  run: async (ctx, input) => {
    const [round] = await ctx.db
      .select({
        id: returnRound.id,
        period: returnRound.period,
        opensAt: returnRound.opensAt,
        dueAt: returnRound.dueAt,
      })
      .from(returnRound)
      .where(eq(returnRound.publicId, input.round));
    const period = round && parsePeriod(round.period);
    if (!round || !period) throw new LilinkError("NOT_FOUND");
    const dueAt = returnDueAt(period, round.opensAt, input.workingDays);
    if (dueAt <= round.dueAt) throw toInputError([{ field: "workingDays", rule: "tooSmall" }]);
    const moved = await ctx.db
      .update(returnRound)
      .set({ dueAt })
      .where(
        and(
          eq(returnRound.id, round.id),
          isNull(returnRound.closedAt),
          gte(returnRound.dueAt, ctx.now),
          lt(returnRound.dueAt, dueAt),
        ),
      )
      .returning({ id: returnRound.id });
    if (moved.length === 0) throw new LilinkError("WRONG_STATE", { state: "due" });
    const owing = await ctx.db
      .selectDistinct({ organizationId: returnForm.organizationId })
      .from(returnForm)
      .where(and(eq(returnForm.roundId, round.id), isNull(returnForm.submittedAt)));
    const day = toShanghaiDate(dueAt);
    await ctx.enqueueAll(
      "notice.deliver",
      owing.map(({ organizationId }) => ({
        kind: "return.moved" as const,
        causeKey: `${round.id}/${day}`,
        path: "/returns",
        params: { title: period.id, day },
        organizationId,
      })),
    );
    return { id: round.id, dueAt, day };
  },
  audit: (_input, output) => ({
    subjectKind: "return_round",
    subjectId: output.id,
    detail: { due: output.day },
  }),
});
