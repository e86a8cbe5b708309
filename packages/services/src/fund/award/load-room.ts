import { askAssignmentSchema } from "@lilink/contract";
import type { PanelLine, ReviewState } from "@lilink/model/fund/life";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { type ApplicationView, readApplications } from "../application/read-application.ts";
import { requireCall } from "../call/read-calls.ts";
import type { AssignmentResult } from "../review/assign-reviewers.ts";
import { rankApplications } from "./rank-applications.ts";

export type RoomReview = {
  readonly name: string;
  readonly state: ReviewState;
  readonly dueOn: string;
  readonly reason: string | null;
  readonly note: string | null;
};
export type RoomEntry = Omit<ApplicationView, "body" | "partners"> & {
  readonly reviews: readonly RoomReview[];
  readonly line: PanelLine | null;
  readonly award: string | null;
};
type Panel = {
  readonly hash: string;
  readonly minutes: string;
  readonly decidedAt: string;
  readonly recusals: readonly {
    readonly name: string;
    readonly application: string;
    readonly reason: string;
  }[];
};

/** A call from the inside, for officers: what was opened, who reads it, how it ranks, what it came to. [FU12] [FU15] [FU17] */
export const loadRoom = defineQuery({
  name: "fund.room",
  input: askAssignmentSchema,
  authorize: { action: "fund.keep" },
  run: async (ctx, { call: publicId }) => {
    const { id, ...call } = await requireCall(ctx, publicId);
    const found = (await readApplications(ctx, { callId: id })).filter(({ isOwn }) => !isOwn);
    const [reviews, awards, opening, [assignment], [left]] = [
      await readReviews(ctx, id),
      await readAwards(ctx, id),
      await readOpening(ctx, id),
      await readAssignments(ctx, id),
      await readPanels(ctx, id),
    ];
    // What the panel left stays as it was: neither a late review nor a grant moves it.
    const lines =
      left?.ranking ??
      (await rankApplications(
        ctx,
        { id, ...call },
        found.filter(({ state }) => state === "eligible"),
      ));
    const order = new Map(lines.map((line, at) => [line.id, at]));
    const entries = found
      .map(
        ({ id: own, callId: _call, body: _body, partners: _partners, ...application }): RoomEntry => ({
          ...application,
          reviews: reviews
            .filter(({ applicationId }) => applicationId === own)
            .map(({ applicationId: _id, ...one }) => one),
          line: lines.find((line) => line.id === application.publicId) ?? null,
          award: awards.find(({ applicationId }) => applicationId === own)?.publicId ?? null,
        }),
      )
      .sort((a, b) => (order.get(a.publicId) ?? 1e6) - (order.get(b.publicId) ?? 1e6));
    return {
      call,
      entries,
      opening,
      assignment: assignment ?? null,
      panel: left?.panel ?? null,
      now: ctx.now,
    };
  },
});

const readReviews = async (ctx: Context, callId: string) =>
  (
    await ctx.db.execute<
      RoomReview & { applicationId: string }
    >(sql`select r.application_id as "applicationId",
        coalesce(n.name, '') as name, r.state, r.due_on::text as "dueOn", r.reason, r.note
      from fund_review r join fund_application a on a.id = r.application_id left join fund_reviewer n on n.person_id = r.person_id
      where a.call_id = ${callId} order by r.assigned_at, r.public_id`)
  ).rows;

const readAwards = async (ctx: Context, callId: string) =>
  (
    await ctx.db.execute<{ applicationId: string; publicId: string }>(
      sql`select application_id as "applicationId", public_id as "publicId" from fund_award where call_id = ${callId}`,
    )
  ).rows;

const readOpening = async (ctx: Context, callId: string) => {
  const { rows } = await ctx.db.execute<{ count: number; hash: string; openedAt: string }>(
    sql`select count, hash, opened_at as "openedAt" from fund_opening where call_id = ${callId}`,
  );
  return rows[0] ? { ...rows[0], openedAt: new Date(rows[0].openedAt) } : null;
};

const readAssignments = async (ctx: Context, callId: string) =>
  (
    await ctx.db.execute<{ isRunning: boolean; result: AssignmentResult | null }>(
      sql`select ended_at is null as "isRunning", result from fund_assignment where call_id = ${callId} order by asked_at desc, id desc limit 1`,
    )
  ).rows;

const readPanels = async (ctx: Context, callId: string) =>
  (
    await ctx.db.execute<{ ranking: readonly PanelLine[]; panel: Panel }>(
      sql`select ranking, jsonb_build_object('hash', hash, 'minutes', minutes, 'recusals', recusals, 'decidedAt', decided_at) as panel
      from fund_panel where call_id = ${callId}`,
    )
  ).rows;
