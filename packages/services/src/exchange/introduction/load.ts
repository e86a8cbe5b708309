import { introductionRefSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { ledgerEntry, postingHead } from "@lilink/db/schema";
import { type IntroductionAction, mayAct, nextIntroductionState } from "@lilink/model/introduction";
import { asc, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { logDisclosure } from "../posting/log-disclosure.ts";
import { readParts, toOpenReading } from "../posting/read-parts.ts";
import { askerCompetes } from "./asker-competes.ts";
import { listAdvisersOf } from "./list-advisers-of.ts";
import { type IntroductionRow, loadOwnSide, type OwnSide } from "./load-own-side.ts";
import { findOwnContact } from "./own-contact.ts";
import { findRelayOf, readAchievementTitles } from "./read-achievement.ts";
import { readOpenings } from "./read-opening.ts";
import { readParties } from "./read-party.ts";
import { readThread } from "./read-thread.ts";

/** One introduction as one of its two sides sees it: postings by level, parties, thread and ledger by consent. */
export const loadIntroduction = defineQuery({
  name: "introduction.load",
  input: introductionRefSchema,
  rest: {
    tag: "introductions",
    method: "GET",
    path: "/introductions/{publicId}",
    output: shape.introduction,
  },
  authorize: { action: "introduction.read" },
  run: async (ctx, input) => {
    const { row, side } = await loadOwnSide(ctx, input.publicId);
    const parties = await readParties(ctx, [row.id]);
    const own = parties.find((party) => party.side === side);
    const other = parties.find((party) => party.side !== side);
    const ownId = side === "asked" ? row.askedPostingId : row.askingPostingId;
    const opening = ownId ? (await readOpenings(ctx, [ownId])).get(ownId) : undefined;
    return {
      publicId: row.publicId,
      side,
      state: row.state,
      aim: row.aim,
      message: row.message,
      question: row.question as { attribute?: string; text: string } | null,
      sentAt: row.sentAt,
      dueAt: row.dueAt,
      answeredAt: row.answeredAt,
      declineReason: row.declineReason,
      answerNote: row.answerNote,
      endedAt: row.endedAt,
      endNote: row.endNote,
      may: mayNow(ctx, { row, side }),
      competes: await askerCompetes(ctx, row.id),
      opens: opening ?? null,
      own: own ? { organization: own.organization, contact: own.contact } : null,
      other: other ? { organization: other.organization, contact: other.contact } : null,
      contact: await findOwnContact(ctx),
      achievement: (await readAchievementTitles(ctx, [row.achievementId])).get(row.achievementId) ?? null,
      relay: row.achievementId ? await findRelayOf(ctx, row.id) : null,
      ...(await readBoth(ctx, { row, side })),
      advisers: await listAdvisersOf(ctx, row.id),
      messages: await readThread(ctx, row.id),
      ledger: await readLedger(ctx, row.id),
    };
  },
});

function mayNow(
  ctx: Context,
  { row, side }: OwnSide,
): Record<Exclude<IntroductionAction, "expire">, boolean> {
  const may = (action: IntroductionAction) =>
    mayAct(action, side) &&
    nextIntroductionState(row.state, action) !== null &&
    (action === "end" || action === "withdraw" || row.dueAt >= ctx.now);
  return { accept: may("accept"), decline: may("decline"), withdraw: may("withdraw"), end: may("end") };
}

/** Both postings; a partner part of the other side's is logged before it is given ([IN7]). */
async function readBoth(ctx: Context, { row, side }: OwnSide) {
  const ids = [row.askedPostingId, row.askingPostingId].filter((id) => id !== null);
  const heads = await ctx.db
    .select({
      id: postingHead.postingId,
      publicId: postingHead.publicId,
      kind: postingHead.kind,
      state: postingHead.state,
    })
    .from(postingHead)
    .where(inArray(postingHead.postingId, ids));
  const readings = await readParts(ctx, ids, ["live", "ended"]);
  const othersId = side === "asked" ? row.askingPostingId : row.askedPostingId;
  const others = readings.find((reading) => reading.id === othersId);
  if (others?.levels.includes("partner")) await logDisclosure(ctx, others, "partner");
  const view = (id: string | null) => {
    const head = heads.find((candidate) => candidate.id === id);
    if (!head) return null;
    const { id: _inside, ...open } = head;
    const reading = readings.find((candidate) => candidate.id === id);
    return { ...open, reading: reading ? toOpenReading(reading) : null };
  };
  return { asked: view(row.askedPostingId), asking: view(row.askingPostingId) };
}

function readLedger(ctx: Context, introductionId: IntroductionRow["id"]) {
  return ctx.db
    .select({
      publicId: ledgerEntry.publicId,
      step: ledgerEntry.step,
      state: ledgerEntry.state,
      proposedSide: ledgerEntry.proposedSide,
      occurredOn: ledgerEntry.occurredOn,
      amount: ledgerEntry.amount,
      unit: ledgerEntry.unit,
      note: ledgerEntry.note,
      createdAt: ledgerEntry.createdAt,
      decidedAt: ledgerEntry.decidedAt,
    })
    .from(ledgerEntry)
    .where(eq(ledgerEntry.introductionId, introductionId))
    .orderBy(asc(ledgerEntry.occurredOn), asc(ledgerEntry.id));
}
