import { listIntroductionsSchema, type Page } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { introduction, introductionParty } from "@lilink/db/schema";
import type { IntroductionSide, IntroductionState } from "@lilink/model/introduction";
import { and, asc, count, desc, eq, gt, lt, not, or, type SQL, sql } from "drizzle-orm";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readAchievementTitles } from "./read-achievement.ts";
import { readParties } from "./read-party.ts";
import { readTitles } from "./read-titles.ts";

/** What waits for the own answer. */
const toAnswer = sql<boolean>`(${introduction.state} = 'sent' and ${introductionParty.side} = 'asked')`;

/**
 * The organization's introductions: what waits for its answer by due date, then the rest, newest first; asked for those
 * that wait, all by their due date. The other side is
 * named by its posting as any member may read it, and by its organization only once both agreed ([IN4]).
 */
export const listIntroductions = defineQuery({
  name: "introduction.list",
  input: listIntroductionsSchema,
  rest: {
    tag: "introductions",
    method: "GET",
    path: "/introductions",
    output: shape.pageOf(shape.introductionItem).extend({ counts: shape.introductionCounts }),
  },
  authorize: { action: "introduction.read" },
  run: async (ctx, input) => {
    const mine = eq(introductionParty.organizationId, requireOwn(ctx));
    // Ids are made in the order of sending, and the due date follows it.
    const waiting = input.state === "sent";
    const after =
      input.cursor && (waiting ? gt(introduction.id, input.cursor) : await afterRow(ctx, mine, input.cursor));
    const rows = await ctx.db
      .select({
        id: introduction.id,
        publicId: introduction.publicId,
        side: introductionParty.side,
        state: introduction.state,
        aim: introduction.aim,
        message: introduction.message,
        sentAt: introduction.sentAt,
        dueAt: introduction.dueAt,
        answeredAt: introduction.answeredAt,
        declineReason: introduction.declineReason,
        askingPostingId: introduction.askingPostingId,
        askedPostingId: introduction.askedPostingId,
        achievementId: introduction.achievementId,
      })
      .from(introduction)
      .innerJoin(introductionParty, eq(introductionParty.introductionId, introduction.id))
      .where(
        and(
          mine,
          input.side ? eq(introductionParty.side, input.side) : undefined,
          input.state ? eq(introduction.state, input.state) : undefined,
          after || undefined,
        ),
      )
      .orderBy(
        ...(waiting ? [] : [desc(toAnswer), sql`case when ${toAnswer} then ${introduction.id} end`]),
        waiting ? asc(introduction.id) : desc(introduction.id),
      )
      .limit(input.limit + 1);
    const shown = rows.slice(0, input.limit);
    const titles = await readTitles(
      ctx,
      shown.flatMap((row) => [row.askedPostingId, row.askingPostingId]),
    );
    const achievements = await readAchievementTitles(
      ctx,
      shown.map(({ achievementId }) => achievementId),
    );
    const parties = await readParties(
      ctx,
      shown.map((row) => row.id),
    );
    const items = shown.map(({ askingPostingId, askedPostingId, achievementId, ...row }) => ({
      ...row,
      asked: titles.get(askedPostingId) ?? null,
      asking: titles.get(askingPostingId) ?? null,
      achievement: achievements.get(achievementId) ?? null,
      other:
        parties.find((party) => party.introductionId === row.id && party.side !== row.side)?.organization ??
        null,
    }));
    const counts = await ctx.db
      .select({ side: introductionParty.side, state: introduction.state, n: count() })
      .from(introduction)
      .innerJoin(introductionParty, eq(introductionParty.introductionId, introduction.id))
      .where(mine)
      .groupBy(introductionParty.side, introduction.state);
    const page: Page<(typeof items)[number]> = {
      items,
      nextCursor: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null,
    };
    return { ...page, counts: counts as { side: IntroductionSide; state: IntroductionState; n: number }[] };
  },
});

/** What follows a row in the order of the list. */
async function afterRow(ctx: Context, mine: SQL, id: string): Promise<SQL | undefined> {
  const [row] = await ctx.db
    .select({ waits: toAnswer })
    .from(introduction)
    .innerJoin(introductionParty, eq(introductionParty.introductionId, introduction.id))
    .where(and(mine, eq(introduction.id, id)));
  return row?.waits
    ? or(not(toAnswer), gt(introduction.id, id))
    : and(not(toAnswer), lt(introduction.id, id));
}
