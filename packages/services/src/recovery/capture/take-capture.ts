import { type CaptureKind, fileBatteriesSchema, jobPayloads, maxCaptureRows } from "@lilink/contract";
import { batteryCapture } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { FileRefusal } from "@lilink/model/file";
import { importMachine } from "@lilink/model/return/file";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { actInTrace } from "../battery/act-in-trace.ts";
import { fileUnits, type Unit } from "../battery/file-units.ts";
import type { Teller } from "../battery/said.ts";
import { type CaptureAnswer, isAtFault, type NamedFault, toLetters } from "./answer.ts";
import { brokenAt, type Captured, captureDocument, captureRows, type FileRow } from "./capture-events.ts";
import { readDocument } from "./read-document.ts";

type File = { readonly bytes: Uint8Array; readonly name: string };
export type FileKind = Exclude<CaptureKind, "epcis">;
export type FaultyFileRow = { readonly row: number; readonly faults: readonly NamedFault[] };

/** How files of rows are read and marked; the reading goes on in a place where nothing that a file holds can hurt. */
export type CaptureFiles = {
  readonly read: (kind: FileKind, file: File) => AsyncIterable<readonly FileRow[]>;
  readonly mark: (
    kind: FileKind,
    file: File,
    faults: readonly FaultyFileRow[],
    locale: string,
  ) => Promise<Uint8Array>;
};

type Row = typeof batteryCapture.$inferSelect;

/** So many faults are named in the answer; a marked file names all. */
const namedFaults = 1000;
const unitBatch = 5000;

/**
 * The job of a capture: what it says is told in one transaction with its answers, so that a worker that dies has told nothing, and the next
 * one tells all of it once. [TR33] [TR34]
 */
export function takeCapture(files: CaptureFiles) {
  return defineMutation({
    name: "battery.take",
    input: jobPayloads["battery.take"],
    authorize: { action: "battery.take" },
    run: async (ctx, { captureId }) => {
      const [row] = await ctx.db.select().from(batteryCapture).where(isOpen(captureId));
      if (!row?.fileId) return null;
      await ctx.db.execute("set local idle_in_transaction_session_timeout = '600s'");
      // Two captures of one body that name one battery are told one after the other.
      await ctx.db.execute(
        sql`select pg_advisory_xact_lock(hashtextextended('capture ' || ${row.organizationId}, 0))`,
      );
      const own = await findVerified(ctx, row.organizationId);
      const bytes = await ctx.files.read(row.fileId, row.sha256);
      if (!bytes) throw new LilinkError("NOT_FOUND");
      await ctx.db.execute(sql`savepoint before_capture`);
      const ended = own === null ? refused("notAllowed") : await takeIn(ctx, row, own, bytes, files);
      await ctx.db
        .update(batteryCapture)
        .set({ size: 0, ...ended, fileId: null, endedAt: ctx.now })
        .where(isOpen(captureId));
      if (row.requestedBy)
        await ctx.announce({ topic: "record", personId: row.requestedBy, subjectId: row.id });
      return {
        id: row.id,
        detail: { state: ended.state, taken: ended.taken ?? 0, faults: ended.faults ?? 0 },
      };
    },
    audit: (_input, output) =>
      output && { subjectKind: "battery_capture", subjectId: output.id, detail: output.detail },
  });
}

const isOpen = (id: string) =>
  and(eq(batteryCapture.id, id), standsFor(batteryCapture.state, importMachine, "take"));

type Ended = Partial<Row> & Pick<Row, "state">;

const refused = (refusal: string, refusalParams: Row["refusalParams"] = {}): Ended => ({
  state: importMachine.steps.refuse.to,
  refusal,
  refusalParams,
});

async function findVerified(ctx: Context, id: string): Promise<string | null> {
  const { rows } = await ctx.db.execute<{ publicId: string }>(
    sql`select public_id as "publicId" from organization where id = ${id}::uuid and status = 'verified'`,
  );
  return rows[0]?.publicId ?? null;
}

async function takeIn(
  ctx: Context,
  row: Row,
  own: string,
  bytes: Uint8Array,
  files: CaptureFiles,
): Promise<Ended> {
  await actInTrace(ctx, row.organizationId);
  const teller: Teller = { body: row.organizationId, isOfficer: false, person: row.requestedBy };
  const file = { bytes, name: row.fileName };
  try {
    if (row.kind === "epcis") {
      const captured = await captureDocument(ctx, teller, own, readDocument(bytes));
      return await settle(ctx, row, captured);
    }
    const kind = row.kind === "unit" ? "unit" : "event";
    const rows = await readRows(files.read(kind, file));
    const { answers, faults: found } =
      kind === "unit" ? await captureUnits(ctx, teller, rows) : await captureRows(ctx, teller, rows);
    const faults = found.map((fault) => ({ ...fault, row: rows[fault.at]?.row ?? 0 }));
    const ended = await settle(ctx, row, { answers, faults });
    if (faults.length === 0) return ended;
    return { ...ended, ...(await keepMarked(ctx, files, { kind, file, locale: row.locale }, faults)) };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    await ctx.db.execute(sql`rollback to savepoint before_capture`);
    return refused(error.rule, { ...error.params });
  }
}

async function readRows(pieces: AsyncIterable<readonly FileRow[]>): Promise<readonly FileRow[]> {
  const rows: FileRow[] = [];
  for await (const piece of pieces) {
    rows.push(...piece);
    if (rows.length > maxCaptureRows) throw new FileRefusal("tooManyRows", { max: maxCaptureRows });
  }
  if (rows.length === 0) throw new FileRefusal("empty", {});
  return rows;
}

/** Files the rows as batteries of the sender. [TR8] */
async function captureUnits(ctx: Context, teller: Teller, rows: readonly FileRow[]): Promise<Captured> {
  const answers = rows.map((): CaptureAnswer => "ok");
  const faults: NamedFault[] = [];
  const schema = fileBatteriesSchema.shape.units.element;
  for (let from = 0; from < rows.length; from += unitBatch) {
    const good: { readonly at: number; readonly unit: Unit }[] = [];
    for (const [place, { values }] of rows.slice(from, from + unitBatch).entries()) {
      const { data, error } = schema.safeParse(values);
      if (data) good.push({ at: from + place, unit: data });
      else faults.push(brokenAt(from + place, error));
    }
    const filed = await fileUnits(
      ctx,
      teller,
      good.map(({ unit }) => unit),
    );
    for (const fault of filed.faults) faults.push({ ...fault, at: good[fault.at]?.at ?? 0 });
    for (const at of filed.knownAt) answers[good[at]?.at ?? 0] = "duplicate";
  }
  for (const { at } of faults) answers[at] = "fault";
  return { answers, faults: faults.sort((a, b) => a.at - b.at) };
}

async function settle(ctx: Context, row: Row, { answers, faults }: Captured): Promise<Ended> {
  const isUndone = row.behaviour === "rollback" && faults.length > 0;
  if (isUndone) await ctx.db.execute(sql`rollback to savepoint before_capture`);
  const final = isUndone ? answers.map((one) => (isAtFault(one) ? one : "rolled_back")) : answers;
  const known = final.filter((one) => one === "duplicate").length;
  const wrong = final.filter(isAtFault).length;
  return {
    state: wrong > 0 ? importMachine.steps.mark.to : importMachine.steps.take.to,
    rowsTotal: answers.length,
    taken: isUndone ? 0 : answers.length - known - wrong,
    known,
    faults: wrong,
    answers: toLetters(final),
    firstFaults: faults.slice(0, namedFaults),
  };
}

type Sent = { readonly kind: FileKind; readonly file: File; readonly locale: string };

async function keepMarked(
  ctx: Context,
  files: CaptureFiles,
  { kind, file, locale }: Sent,
  faults: readonly (NamedFault & { readonly row: number })[],
): Promise<Partial<Row>> {
  const byRow = new Map<number, NamedFault[]>();
  for (const fault of faults) byRow.set(fault.row, [...(byRow.get(fault.row) ?? []), fault]);
  const named = [...byRow].map(([row, found]) => ({ row, faults: found }));
  const markedFileId = ctx.newId();
  const bytes = await files.mark(kind, file, named, locale);
  return { markedFileId, markedSha256: await ctx.files.write(markedFileId, bytes), size: bytes.byteLength };
}
