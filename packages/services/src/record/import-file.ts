import { jobPayloads, reportImportSchema } from "@lilink/contract";
import type { Principal } from "@lilink/db";
import { recordImport } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { FileRefusal } from "@lilink/model/file";
import { findRegister, type Register } from "@lilink/model/register";
import { type ImportState, importMachine } from "@lilink/model/return/file";
import { and, eq, type SQL } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { defineMutation } from "../kernel/define.ts";
import { standsFor } from "../kernel/stands-for.ts";
import type { FaultyRecordRow, ImportInput, ImportOutcome } from "./import-records.ts";

type File = { readonly bytes: Uint8Array; readonly name: string };

/** How files of a register are read and marked; the reading goes on in a place where nothing that a file holds can hurt. */
export type RecordFileReader = (register: Register) => {
  readonly read: (file: File, begin: (rowsAbout: number) => void) => ImportInput["pieces"];
  readonly mark: (file: File, faults: readonly FaultyRecordRow[], locale: string) => Promise<Uint8Array>;
};

/** What the worker calls in transactions of their own while a file is on its way in. */
export type RecordImportCalls = {
  /** Says how far it is; false: somebody stopped it. */
  readonly report: (progress: {
    readonly importId: string;
    readonly rowsDone: number;
    readonly rowsTotal: number | null;
  }) => Promise<{ readonly goOn: boolean }>;
  /** Calls the import verb of a register as the person who sent the file. */
  readonly take: (principal: Principal, register: Register, input: ImportInput) => Promise<ImportOutcome>;
};

/** So many faults are named on the page; the file names all. */
const namedFaults = 10;

type ImportRow = typeof recordImport.$inferSelect;
type Ended = Partial<typeof recordImport.$inferInsert>;
type Refused = Ended & { readonly state: "refused" };

/**
 * The job of a file of records. Its rows and its end are one transaction of the person who sent it, so rights are those of
 * that person at that moment; when the worker dies, nothing has happened, and the next one begins again. [RG8]
 */
export function importRecordFile(reader: RecordFileReader, calls: RecordImportCalls) {
  return defineMutation({
    name: "record.import",
    input: jobPayloads["record.import"],
    authorize: { action: "record.import" },
    run: async (ctx, { importId }) => {
      const goesOn = (await calls.report({ importId, rowsDone: 0, rowsTotal: null })).goOn;
      const [row] = goesOn
        ? await ctx.db.select().from(recordImport).where(eq(recordImport.id, importId))
        : [];
      const register = row && findRegister(row.register);
      if (!row?.requestedBy || !register) return null;
      // Nobody waits for this transaction, and reading a large file may take a while.
      await ctx.db.execute("set local idle_in_transaction_session_timeout = '600s'");
      const bytes = await ctx.files.read(row.fileId, row.sha256);
      if (!bytes) throw new LilinkError("NOT_FOUND");
      const file = { bytes, name: row.fileName };
      const files = reader(register);
      const outcome = await takeFile(row, row.requestedBy, register, files.read, file, calls).catch(
        toRefused,
      );
      if (outcome.state === "refused") await end(ctx, row, outcome);
      if (outcome.state === "faulty") {
        const markedFileId = ctx.newId();
        const marked = await files.mark(file, outcome.faults, row.locale);
        const markedSha256 = await ctx.files.write(markedFileId, marked);
        await end(ctx, row, {
          state: importMachine.steps.mark.to,
          rowsDone: outcome.rows,
          faults: outcome.faults.length,
          firstFaults: outcome.faults.slice(0, namedFaults),
          markedFileId,
          markedSha256,
          size: row.size + marked.byteLength,
        });
      }
      await ctx.announce({ topic: "record", personId: row.requestedBy, subjectId: row.id });
      const { state } = outcome;
      return {
        id: row.id,
        detail: state === "done" ? { state, created: outcome.created, updated: outcome.updated } : { state },
      };
    },
    audit: (_input, output) =>
      output && { subjectKind: "record_import", subjectId: output.id, detail: output.detail },
  });
}

async function takeFile(
  { id, organizationId }: ImportRow,
  personId: string,
  register: Register,
  read: ReturnType<RecordFileReader>["read"],
  file: File,
  { report, take }: RecordImportCalls,
): Promise<ImportOutcome> {
  let rowsTotal: number | null = null;
  const pieces = read(file, (rowsAbout) => {
    rowsTotal = rowsAbout;
  });
  return take({ kind: "member", personId, organizationId }, register, {
    pieces,
    step: async (rowsDone) => (await report({ importId: id, rowsDone, rowsTotal })).goOn,
    keep: async (ctx, { rows, created, updated, unchanged }) => {
      const counts = { created, updated, unchanged, rowsDone: rows, rowsTotal: rows };
      return end(ctx, { id }, { state: importMachine.steps.take.to, ...counts });
    },
  });
}

function toRefused(error: unknown): Refused {
  const state = "refused" satisfies ImportState;
  if (error instanceof FileRefusal) return { state, refusal: error.rule, refusalParams: { ...error.params } };
  if (error instanceof LilinkError && error.code === "FORBIDDEN") return { state, refusal: "notAllowed" };
  throw error;
}

/** Writes what became of a file; false where somebody stopped it meanwhile. */
async function end(ctx: Context, { id }: Pick<ImportRow, "id">, ended: Ended): Promise<boolean> {
  const isOpen: SQL = standsFor(recordImport.state, importMachine, "take");
  const rows = await ctx.db
    .update(recordImport)
    .set({ ...ended, endedAt: ctx.now })
    .where(and(eq(recordImport.id, id), isOpen))
    .returning({ id: recordImport.id });
  return rows.length > 0;
}

/** Says in a transaction of its own how far a file is, and answers whether it goes on: a person may have stopped it. */
export const reportRecordImport = defineMutation({
  name: "record.reportImport",
  input: reportImportSchema,
  authorize: { action: "record.import" },
  run: async (ctx, { importId, rowsDone, rowsTotal }) => {
    const [row] = await ctx.db
      .update(recordImport)
      .set({ state: importMachine.steps.run.to, rowsDone, rowsTotal })
      .where(and(eq(recordImport.id, importId), standsFor(recordImport.state, importMachine, "run")))
      .returning({ personId: recordImport.requestedBy });
    if (row?.personId) await ctx.announce({ topic: "record", personId: row.personId, subjectId: importId });
    return { goOn: row !== undefined };
  },
  audit: () => null,
});
