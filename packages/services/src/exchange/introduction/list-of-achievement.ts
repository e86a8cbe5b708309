import { introductionsOfSchema } from "@lilink/contract";
import { introduction, introductionParty, ledgerEntry } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { supportedSteps } from "@lilink/model/introduction";
import { and, desc, eq, inArray } from "drizzle-orm";
import { requireOwn } from "../../ground/actor/own.ts";
import { defineQuery } from "../../kernel/define.ts";
import { findAchievement } from "./read-achievement.ts";
import { readParties } from "./read-party.ts";

const most = 20;

/** The own introductions about an achievement, the newest first, with the last outcome that both sides confirmed. [AC8] [AC9] */
export const listOfAchievement = defineQuery({
  name: "introduction.ofAchievement",
  input: introductionsOfSchema,
  authorize: { action: "introduction.read" },
  run: async (ctx, { achievement }) => {
    const found = await findAchievement(ctx, achievement);
    if (!found) throw new LilinkError("NOT_FOUND");
    const rows = await ctx.db
      .select({
        id: introduction.id,
        publicId: introduction.publicId,
        side: introductionParty.side,
        state: introduction.state,
        sentAt: introduction.sentAt,
        answeredAt: introduction.answeredAt,
        dueAt: introduction.dueAt,
      })
      .from(introduction)
      .innerJoin(introductionParty, eq(introductionParty.introductionId, introduction.id))
      .where(
        and(eq(introduction.achievementId, found.id), eq(introductionParty.organizationId, requireOwn(ctx))),
      )
      .orderBy(desc(introduction.id))
      .limit(most);
    const ids = rows.map(({ id }) => id);
    const parties = await readParties(ctx, ids);
    const entries =
      ids.length === 0
        ? []
        : await ctx.db
            .select({
              introductionId: ledgerEntry.introductionId,
              step: ledgerEntry.step,
              on: ledgerEntry.occurredOn,
            })
            .from(ledgerEntry)
            .where(
              and(
                inArray(ledgerEntry.introductionId, ids),
                inArray(ledgerEntry.step, [...supportedSteps]),
                eq(ledgerEntry.state, "confirmed"),
              ),
            )
            .orderBy(desc(ledgerEntry.occurredOn), desc(ledgerEntry.id));
    return rows.map(({ id, ...row }) => ({
      ...row,
      other:
        parties.find((party) => party.introductionId === id && party.side !== row.side)?.organization ?? null,
      outcome: entries.find(({ introductionId }) => introductionId === id) ?? null,
    }));
  },
});
