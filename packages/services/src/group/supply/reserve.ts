import { moveReserveSchema, openReserveSchema } from "@lilink/contract";
import { meetingDecision, reserveMovement, reserveStock } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { decidedMoves, mostToTake, rotateBy, stateOfReserve } from "@lilink/model/supply";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { readDailyUse } from "./read-use.ts";
import { lceOf, readStocks, toEntry } from "./tell-cover.ts";

/** Opens the store room: every stock with its tonnes and moves. It is a change, so that each look is in the log. [RS2] */
export const openRoom = defineMutation({
  name: "reserve.read",
  input: z.object({}),
  authorize: { action: "series.adopt" },
  run: async (ctx) => {
    const today = toShanghaiDate(ctx.now);
    const stocks = await readStocks(ctx, today);
    const decisions = await ctx.db
      .select({ publicId: meetingDecision.publicId, text: meetingDecision.text, id: meetingDecision.id })
      .from(meetingDecision)
      .where(isNull(meetingDecision.withdrawnAt))
      .orderBy(desc(meetingDecision.createdAt))
      .limit(50);
    const textOf = new Map(decisions.map(({ id, text }) => [id, text]));
    return {
      dailyUse: await readDailyUse(ctx, "CN"),
      decisions: decisions.map(({ publicId, text }) => ({ publicId, text })),
      stocks: stocks.map(({ stock, moves }) => {
        const state = stateOfReserve(moves.map(toEntry));
        const due = rotateBy(state, stock.shelfLifeDays);
        const { publicId, product, grade, form, site, custodian, targetDays, shelfLifeDays } = stock;
        return {
          ...{ publicId, product, grade, form, site, custodian, targetDays, shelfLifeDays, ...state },
          lce: lceOf(product, state.tonnes),
          rotateBy: due,
          late: due !== null && due < today,
          moves: moves.map(({ id, kind, tonnes, occurredOn, decisionId, note }) => ({
            ...{ id, kind, tonnes, occurredOn, note },
            decision: decisionId === null ? null : (textOf.get(decisionId) ?? ""),
          })),
        };
      }),
    };
  },
  audit: (_input, { stocks }) => ({
    subjectKind: "reserve_stock",
    subjectId: null,
    detail: { stocks: stocks.length },
  }),
});
export type StoreRoom = Awaited<ReturnType<typeof openRoom.run>>;

/** Adds a stock to the list; what lies in it comes by moves. [RS1] */
export const addStock = defineMutation({
  name: "reserve.add",
  input: openReserveSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx, { shelfLifeDays, ...given }) => {
    const row = { id: ctx.newId(), publicId: ctx.newPublicId() };
    await ctx.db.insert(reserveStock).values({
      ...given,
      ...row,
      shelfLifeDays: shelfLifeDays ?? null,
      openedBy: personOf(ctx.actor),
      openedAt: ctx.now,
    });
    return row;
  },
  audit: ({ product, site }, { id }) => ({
    subjectKind: "reserve_stock",
    subjectId: id,
    detail: { product, site },
  }),
});

/** Enters what happened to a stock. Nothing leaves or is rotated without a decision, and no stock falls below nothing. [RS1] */
export const moveStock = defineMutation({
  name: "reserve.move",
  input: moveReserveSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx, { stock: publicId, kind, tonnes, occurredOn, decision, note }) => {
    const today = toShanghaiDate(ctx.now);
    if (occurredOn > today)
      throw toInputError([{ field: "occurredOn", rule: "dateTooFar", params: { max: today } }]);
    if (decidedMoves.has(kind) && decision === undefined)
      throw toInputError([{ field: "decision", rule: "required" }]);
    const [stock] = await ctx.db
      .select({ id: reserveStock.id })
      .from(reserveStock)
      .where(eq(reserveStock.publicId, publicId));
    if (!stock) throw new LilinkError("NOT_FOUND");
    const decisionId = decision === undefined ? null : await findDecision(ctx, decision);
    // The database refuses it too; here it is told in words.
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${stock.id}, 18))`);
    const moves = await ctx.db.select().from(reserveMovement).where(eq(reserveMovement.stockId, stock.id));
    const most = mostToTake(moves.map(toEntry), kind, occurredOn);
    if (tonnes > most)
      throw toInputError([{ field: "tonnes", rule: "tooLarge", params: { max: String(most) } }]);
    const id = ctx.newId();
    await ctx.db.insert(reserveMovement).values({
      ...{ id, stockId: stock.id, kind, tonnes, occurredOn, decisionId },
      note: note ?? null,
      recordedBy: personOf(ctx.actor) ?? "",
      recordedAt: ctx.now,
    });
    return { id };
  },
  audit: ({ stock, kind, decision }, { id }) => ({
    subjectKind: "reserve_movement",
    subjectId: id,
    detail: { stock, kind, decision: decision ?? null },
  }),
});

async function findDecision(ctx: Context, publicId: string): Promise<string> {
  const [row] = await ctx.db
    .select({ id: meetingDecision.id })
    .from(meetingDecision)
    .where(and(eq(meetingDecision.publicId, publicId), isNull(meetingDecision.withdrawnAt)));
  if (!row) throw toInputError([{ field: "decision", rule: "notInList" }]);
  return row.id;
}
