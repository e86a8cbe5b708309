import { markTimesSchema } from "@lilink/contract";
import { appointmentMark } from "@lilink/db/schema";
import { markedDays, quarterAt, toQuarters } from "@lilink/model/appointment";
import { toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { and, eq, sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { loadOwnSide, requireOpen } from "../introduction/load-own-side.ts";
import { announceOwn, otherSide, tellSide } from "../introduction/tell-side.ts";

/** Says when the own side can talk within the next four weeks. The database draws the times that suit both. [AP1] [AP2] */
export const markTimes = defineMutation({
  name: "appointment.mark",
  input: markTimesSchema,
  authorize: { action: "introduction.write" },
  run: async (ctx, input) => {
    const { row, side } = await loadOwnSide(ctx, input.introduction);
    requireOpen(row);
    const [first, last] = [quarterAt(ctx.now), quarterAt(ctx.now) + markedDays * 96];
    if (input.free.some(({ to }) => to > last))
      throw toInputError([{ field: "free", rule: "tooLarge", params: { max: markedDays } }]);
    const quarters = toQuarters(
      input.free.flatMap(({ from, to }) => (to > first ? [{ from: Math.max(from, first), to }] : [])),
    );
    const said = { zone: input.zone, quarters, markedBy: personOf(ctx.actor), markedAt: ctx.now };
    const own = and(eq(appointmentMark.introductionId, row.id), eq(appointmentMark.side, side));
    const isNew = (await ctx.db.$count(appointmentMark, own)) === 0;
    await ctx.db
      .insert(appointmentMark)
      .values({ introductionId: row.id, side, ...said })
      .onConflictDoUpdate({ target: [appointmentMark.introductionId, appointmentMark.side], set: said });
    if (isNew) {
      const { rows } = await ctx.db.execute<{ marked: boolean }>(
        sql`select app.other_marked(${row.id}::uuid) as marked`,
      );
      if (rows[0]?.marked !== true) await tellSide(ctx, row, otherSide(side), "appointment.asked");
    }
    await announceOwn(ctx, row.id);
    return { id: row.id, hours: quarters.length / 4 };
  },
  // When somebody can talk is nobody's business but the two sides', so that the log does not say it.
  audit: (_input, { id }) => ({ subjectKind: "introduction", subjectId: id }),
});
