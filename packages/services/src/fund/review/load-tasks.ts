import { fundRefSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import type { ReviewState } from "@lilink/model/fund/life";
import { personOf } from "@lilink/model/policy";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readApplications } from "../application/read-application.ts";
import { type CallView, requireCallOf } from "../call/read-calls.ts";

export type ReviewTask = {
  readonly publicId: string;
  readonly applicationPublicId: string | null;
  readonly title: string | null;
  readonly state: ReviewState;
  readonly dueOn: string;
  readonly scores: readonly number[] | null;
  readonly confidence: number | null;
  readonly words: string | null;
  readonly note: string | null;
  readonly reason: string | null;
};
type Row = ReviewTask & { readonly applicationId: string; readonly callId: string | null };

async function readTasks(ctx: Context, publicId?: string): Promise<readonly Row[]> {
  const { rows } =
    await ctx.db.execute<Row>(sql`select r.public_id as "publicId", r.application_id as "applicationId",
      a.public_id as "applicationPublicId", a.title, a.call_id as "callId", r.state, r.due_on::text as "dueOn", r.scores, r.confidence, r.words, r.note, r.reason
    from fund_review r left join fund_application a on a.id = r.application_id
    where r.person_id = ${personOf(ctx.actor)} and ${publicId === undefined ? sql`true` : sql`r.public_id = ${publicId}`}
    order by r.state <> 'assigned', r.due_on, r.public_id`);
  return rows;
}

/** The own tasks, what waits first; who gave one back no longer sees what it is about. [FU16] */
export const listTasks = defineQuery({
  name: "fund.tasks",
  input: z.object({}),
  authorize: { action: "fund.review" },
  run: async (ctx): Promise<readonly ReviewTask[]> =>
    (await readTasks(ctx)).map(({ applicationId: _id, callId: _call, ...task }) => task),
});

/** A task with the application; what others found only once the own review is in, and never who. [FU16] */
export const loadTask = defineQuery({
  name: "fund.task",
  input: fundRefSchema,
  authorize: { action: "fund.review" },
  run: async (ctx, { publicId }) => {
    const [row] = await readTasks(ctx, publicId);
    if (!row?.applicationPublicId || row.callId === null) throw new LilinkError("NOT_FOUND");
    const { applicationId, callId, ...task } = row;
    const [application] = await readApplications(ctx, { publicId: row.applicationPublicId });
    if (!application) throw new LilinkError("NOT_FOUND");
    const { title, abstract, body, lead, leader, team, partners, asked, months } = application;
    const { id: _call, ...call }: CallView & { readonly id: string } = await requireCallOf(ctx, callId);
    const { rows: others } = await ctx.db.execute<{
      scores: readonly number[];
      confidence: number;
      words: string;
    }>(sql`select scores, confidence, words from app.fund_others(${applicationId}::uuid)`);
    return {
      task,
      call,
      application: { title, abstract, body, lead, leader, team, partners, asked, months },
      others,
    };
  },
});
