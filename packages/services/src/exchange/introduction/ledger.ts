import { decideEntrySchema, proposeEntrySchema } from "@lilink/contract";
import { introduction, ledgerEntry } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { ledgerOutcome, mayDecideEntry } from "@lilink/model/introduction";
import { personOf } from "@lilink/model/policy";
import { and, eq } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { loadOwnSide, requireOpen } from "./load-own-side.ts";
import { announceOwn, otherSide, tellSide } from "./tell-side.ts";

/** One side records a step; it counts once the other side confirms it ([IN5]). */
export const proposeEntry = defineMutation({
  name: "introduction.propose",
  input: proposeEntrySchema,
  authorize: { action: "introduction.write" },
  run: async (ctx, input) => {
    const { row, side } = await loadOwnSide(ctx, input.publicId);
    requireOpen(row);
    if (input.occurredOn > toShanghaiDate(ctx.now)) {
      throw toInputError([
        { field: "occurredOn", rule: "dateTooFar", params: { max: toShanghaiDate(ctx.now) } },
      ]);
    }
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    await ctx.db.insert(ledgerEntry).values({
      id,
      publicId,
      introductionId: row.id,
      step: input.step,
      state: "proposed",
      proposedSide: side,
      occurredOn: input.occurredOn,
      amount: input.step === "volume" ? (input.amount ?? null) : null,
      unit: input.step === "volume" ? (input.unit ?? null) : null,
      note: input.note ?? null,
      proposedBy: personOf(ctx.actor),
      createdAt: ctx.now,
    });
    await tellSide(ctx, row, otherSide(side), "introduction.ledger", id);
    await announceOwn(ctx, row.id);
    return { id, publicId };
  },
  audit: (input, output) => ({
    subjectKind: "ledger_entry",
    subjectId: output.id,
    detail: { step: input.step },
  }),
});

/** Confirms, disputes or takes back an entry, once; the side decides which of these one may do. */
export const decideEntry = defineMutation({
  name: "introduction.decide",
  input: decideEntrySchema,
  authorize: { action: "introduction.write" },
  run: async (ctx, input) => {
    const [found] = await ctx.db
      .select({ publicId: introduction.publicId, proposedSide: ledgerEntry.proposedSide })
      .from(ledgerEntry)
      .innerJoin(introduction, eq(introduction.id, ledgerEntry.introductionId))
      .where(eq(ledgerEntry.publicId, input.entry));
    if (!found) throw new LilinkError("NOT_FOUND");
    const { row, side } = await loadOwnSide(ctx, found.publicId);
    if (!mayDecideEntry(input.action, side, found.proposedSide)) {
      throw new LilinkError("FORBIDDEN", { action: "introduction.write" });
    }
    const [decided] = await ctx.db
      .update(ledgerEntry)
      .set({
        state: ledgerOutcome[input.action],
        confirmedBy: input.action === "confirm" ? personOf(ctx.actor) : null,
        decidedAt: ctx.now,
      })
      .where(and(eq(ledgerEntry.publicId, input.entry), eq(ledgerEntry.state, "proposed")))
      .returning({ id: ledgerEntry.id });
    if (!decided) throw new LilinkError("WRONG_STATE");
    await tellSide(ctx, row, otherSide(side), "introduction.ledger", `${decided.id}/${input.action}`);
    await announceOwn(ctx, row.id);
    return { id: decided.id };
  },
  audit: (input, output) => ({
    subjectKind: "ledger_entry",
    subjectId: output.id,
    detail: { action: input.action },
  }),
});
