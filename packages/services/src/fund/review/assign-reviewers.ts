import { jobPayloads } from "@lilink/contract";
import { fundAssignment, fundReview } from "@lilink/db/schema";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import { assignReviewers, type ReviewCase, type ReviewRepair, sumsOf } from "@lilink/model/fund";
import { type ReviewConflict, reviewMachine } from "@lilink/model/fund/life";
import { and, eq, isNull, sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { requireCallOf } from "../call/read-calls.ts";
import { type AssignmentCase, readAssignmentCase } from "./read-assignment-case.ts";

export type AssignmentResult = {
  readonly conflicts: Readonly<Partial<Record<ReviewConflict, number>>>;
} & (
  | { readonly tasks: number; readonly proven: boolean; readonly value: number; readonly least: number }
  | { readonly missing: number; readonly repairs: readonly ReviewRepair[] }
);

/** Days that a reviewer has at least, and that are left before the decision. */
const [leastDays, spareDays] = [7, 10];

/** Finds reviewers for what lacks some, all or nothing: the largest sum of fits, without a conflict, or what would make room. [FU15] */
export const assignFundReviewers = defineMutation({
  name: "fund.assign",
  input: jobPayloads["fund.assign"],
  authorize: { action: "fund.assign" },
  run: async (ctx, { assignmentId }) => {
    const [asked] = await ctx.db
      .select({ callId: fundAssignment.callId, askedBy: fundAssignment.askedBy })
      .from(fundAssignment)
      .where(and(eq(fundAssignment.id, assignmentId), isNull(fundAssignment.endedAt)));
    if (!asked) return null;
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('fund.assign'))`);
    const call = await requireCallOf(ctx, asked.callId);
    const today = toShanghaiDate(ctx.now);
    const found = solve(await readAssignmentCase(ctx, call.id, today), call.reviews);
    const [latest, soonest] = [shiftDate(call.decideBy, -spareDays), shiftDate(today, leastDays)];
    const dueOn = [latest, soonest].sort().at(-1) ?? soonest;
    const tasks = found.tasks.map(({ applicationId, personId, fit }) => ({
      id: ctx.newId(),
      publicId: ctx.newPublicId(),
      applicationId,
      personId,
      fit: fit.toFixed(6),
      state: reviewMachine.start,
      dueOn,
      assignedAt: ctx.now,
    }));
    if (tasks.length > 0) await ctx.db.insert(fundReview).values(tasks);
    await ctx.enqueueAll(
      "notice.deliver",
      tasks.map(({ id, publicId, personId }) => ({
        kind: "fund.assigned" as const,
        causeKey: `fund:${id}`,
        path: `/fund/reviews/${publicId}`,
        // Whoever gives the task back no longer knows the application: the notice names the call.
        params: { zh: call.titleZh ?? call.titleEn ?? "", en: call.titleEn ?? call.titleZh ?? "", dueOn },
        personId,
      })),
    );
    await ctx.db
      .update(fundAssignment)
      .set({ endedAt: ctx.now, result: found.result })
      .where(eq(fundAssignment.id, assignmentId));
    if (asked.askedBy)
      await ctx.announce({ topic: "record", personId: asked.askedBy, subjectId: assignmentId });
    return { id: assignmentId, tasks: found.tasks.length };
  },
  audit: (_input, output) =>
    output && { subjectKind: "fund_assignment", subjectId: output.id, detail: { tasks: output.tasks } },
});

type Task = { readonly applicationId: string; readonly personId: string; readonly fit: number };

/** Applications that lack as many reviews as each other are solved together, those that lack most first. */
function solve(
  { entries, reviewers, affinity, conflicts, kinds }: AssignmentCase,
  reviews: number,
): { readonly tasks: readonly Task[]; readonly result: AssignmentResult } {
  const tasks: Task[] = [];
  const load = reviewers.map(({ busy }) => busy);
  let [value, least, proven] = [0, Number.POSITIVE_INFINITY, true];
  const lacks = entries.map(({ held }) => Math.max(0, reviews - held));
  for (const demand of [...new Set(lacks)].filter((lack) => lack > 0).sort((a, b) => b - a)) {
    const own = entries.flatMap((_entry, at) => (lacks[at] === demand ? [at] : []));
    const given: ReviewCase = {
      applications: own.length,
      reviewers: reviewers.map(({ most }, at) => ({ min: 0, max: Math.max(0, most - (load[at] ?? 0)) })),
      demand,
      affinity: own.map((at) => affinity[at] ?? []),
      conflicts: conflicts.flatMap(([entry, reviewer]) =>
        own.includes(entry) ? [[own.indexOf(entry), reviewer] as const] : [],
      ),
    };
    const answer = assignReviewers(given);
    if (!("reviewersOf" in answer)) return { tasks: [], result: { conflicts: kinds, ...answer } };
    value += answer.value;
    proven &&= answer.proven;
    least = Math.min(least, ...sumsOf(given, answer.reviewersOf));
    for (const [at, all] of answer.reviewersOf.entries())
      for (const one of all) {
        load[one] = (load[one] ?? 0) + 1;
        tasks.push({
          applicationId: entries[own[at] ?? -1]?.id ?? "",
          personId: reviewers[one]?.personId ?? "",
          fit: given.affinity[at]?.[one] ?? 0,
        });
      }
  }
  return {
    tasks,
    result: {
      conflicts: kinds,
      tasks: tasks.length,
      proven,
      value,
      least: Number.isFinite(least) ? least : 0,
    },
  };
}
