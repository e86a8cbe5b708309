import { captureRef, listCapturesSchema } from "@lilink/contract";
import { batteryCapture } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import type { ImportState } from "@lilink/model/return/file";
import { and, desc, eq } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { type CaptureAnswer, fromLetters, type NamedFault } from "./answer.ts";

const shown = 10;

type Row = typeof batteryCapture.$inferSelect;

export type CaptureView = Pick<
  Row,
  | "publicId"
  | "kind"
  | "behaviour"
  | "fileName"
  | "rowsTotal"
  | "taken"
  | "known"
  | "faults"
  | "refusal"
  | "createdAt"
  | "endedAt"
> & {
  readonly state: ImportState;
  readonly isMarked: boolean;
  readonly refusalParams: Readonly<Record<string, string | number>>;
  readonly firstFaults: readonly NamedFault[];
};

/** What the own body sent and what became of it, the newest first. */
export const listCaptures = defineQuery({
  name: "battery.captures",
  input: listCapturesSchema,
  authorize: { action: "battery.read", resource: ownOrganization },
  run: async (ctx, { kind }): Promise<readonly CaptureView[]> => {
    const own = eq(batteryCapture.organizationId, requireOwn(ctx));
    const rows = await ctx.db
      .select()
      .from(batteryCapture)
      .where(kind ? and(own, eq(batteryCapture.kind, kind)) : own)
      .orderBy(desc(batteryCapture.createdAt), desc(batteryCapture.id))
      .limit(shown);
    return rows.map((row) => ({ ...toView(row), firstFaults: (row.firstFaults ?? []).slice(0, 10) }));
  },
});

/** One capture with an answer for each event or row. [TR33] */
export const loadCapture = defineQuery({
  name: "battery.loadCapture",
  input: captureRef,
  authorize: { action: "battery.read", resource: ownOrganization },
  run: async (ctx, { publicId }): Promise<CaptureView & { readonly answers: readonly CaptureAnswer[] }> => {
    const row = await findCapture(ctx, publicId);
    return { ...toView(row), answers: fromLetters(row.answers ?? "") };
  },
});

/** The file that was sent, with its faults marked. */
export const readCaptureFile = defineQuery({
  name: "battery.readCapture",
  input: captureRef,
  authorize: { action: "battery.read", resource: ownOrganization },
  run: async (ctx, { publicId }) => {
    const { markedFileId, markedSha256, fileName } = await findCapture(ctx, publicId);
    const bytes = markedFileId ? await ctx.files.read(markedFileId, markedSha256) : null;
    if (!bytes) throw new LilinkError("NOT_FOUND");
    return { name: fileName, bytes };
  },
});

async function findCapture(ctx: Context, publicId: string): Promise<Row> {
  const own = eq(batteryCapture.organizationId, requireOwn(ctx));
  const [row] = await ctx.db
    .select()
    .from(batteryCapture)
    .where(and(own, eq(batteryCapture.publicId, publicId)));
  if (!row) throw new LilinkError("NOT_FOUND");
  return row;
}

function toView(row: Row): CaptureView {
  const { publicId, kind, behaviour, fileName, rowsTotal, taken, known, faults, refusal } = row;
  return {
    ...{ publicId, kind, behaviour, fileName, rowsTotal, taken, known, faults, refusal },
    createdAt: row.createdAt,
    endedAt: row.endedAt,
    // Written by our own verbs alone, from the states of the machine.
    state: row.state as ImportState,
    isMarked: row.markedFileId !== null,
    refusalParams: row.refusalParams ?? {},
    firstFaults: row.firstFaults ?? [],
  };
}
