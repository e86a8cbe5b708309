import { type CaptureKind, fileBatteriesSchema, jobPayloads, maxCaptureRows } from "@lilink/contract";
import { batteryCapture } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { FileRefusal } from "@lilink/model/file";
import { importMachine } from "@lilink/model/return/file";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { actInTrace, findByKeys, inBoth } from "../battery/act-in-trace.ts";
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
      await inBoth(ctx, "set local idle_in_transaction_session_timeout = '600s'");
      // Two captures of one body that name one battery are told one after the other.
      await ctx.db.execute(
        sql`select pg_advisory_xact_lock(hashtextextended('capture ' || ${row.organizationId}, 0))`,
      );
      const own = await findVerified(ctx, row.organizationId);
      const bytes = await ctx.files.read(row.fileId, row.sha256);
      if (!bytes) throw new LilinkError("NOT_FOUND");
      await inBoth(ctx, "savepoint before_capture");
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
  await findByKeys(ctx);
  const teller: Teller = { body: row.organizationId, isOfficer: false, person: row.requestedBy };
  const file = { bytes, name: row.fileName };
  try {
    if (row.kind === "epcis") {
      const captured = await captureDocument(ctx, teller, own, readDocument(bytes));
      return await settle(ctx, row, captured);
    }
    const kind = row.kind === "unit" ? "unit" : "event";
    const numbers: number[] = [];
    const pieces = countRows(files.read(kind, file), numbers);
    const { answers, faults: found } =
      kind === "unit" ? await captureUnits(ctx, teller, pieces) : await captureRows(ctx, teller, pieces);
    const faults = found.map((fault) => ({ ...fault, row: numbers[fault.at] ?? 0 }));
    const ended = await settle(ctx, row, { answers, faults });
    if (faults.length === 0) return ended;
    return { ...ended, ...(await keepMarked(ctx, files, { kind, file, locale: row.locale }, faults)) };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    await inBoth(ctx, "rollback to savepoint before_capture");
    return refused(error.rule, { ...error.params });
  }
}

/** The pieces of a file as long as it is not too long; `numbers` takes the number of each row. */
async function* countRows(
  pieces: AsyncIterable<readonly FileRow[]>,
  numbers: number[],
): AsyncGenerator<readonly FileRow[]> {
  for await (const piece of pieces) {
    for (const { row } of piece) numbers.push(row);
    if (numbers.length > maxCaptureRows) throw new FileRefusal("tooManyRows", { max: maxCaptureRows });
    yield piece;
  }
  if (numbers.length === 0) throw new FileRefusal("empty", {});
}

type ReadUnit = { readonly at: number; readonly unit: Unit };

/** Files the rows as batteries of the sender. [TR8] */
async function captureUnits(
  ctx: Context,
  teller: Teller,
  pieces: AsyncIterable<readonly FileRow[]>,
): Promise<Captured> {
  const answers: CaptureAnswer[] = [];
  const faults: NamedFault[] = [];
  const schema = fileBatteriesSchema.shape.units.element;
  const file = async (units: readonly ReadUnit[]) => {
    const filed = await fileUnits(
      ctx,
      teller,
      units.map(({ unit }) => unit),
    );
    for (const fault of filed.faults) faults.push({ ...fault, at: units[fault.at]?.at ?? 0 });
    for (const at of filed.knownAt) answers[units[at]?.at ?? 0] = "duplicate";
  };
  let waiting: ReadUnit[] = [];
  for await (const rows of pieces) {
    for (const { values } of rows) {
      const { data, error } = schema.safeParse(values);
      const at = answers.push("ok") - 1;
      if (data) waiting.push({ at, unit: data });
      else faults.push(brokenAt(at, error));
    }
    if (waiting.length < unitBatch) continue;
    await file(waiting);
    waiting = [];
  }
  await file(waiting);
  for (const { at } of faults) answers[at] = "fault";
  return { answers, faults: faults.sort((a, b) => a.at - b.at) };
}

async function settle(ctx: Context, row: Row, { answers, faults }: Captured): Promise<Ended> {
  const isUndone = row.behaviour === "rollback" && faults.length > 0;
  if (isUndone) await inBoth(ctx, "rollback to savepoint before_capture");
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
