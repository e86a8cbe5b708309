import { jobPayloads, type reportImportSchema } from "@lilink/contract";
import { membership, person, returnEvent, returnForm, returnImport } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { FileRefusal, type Table } from "@lilink/model/file";
import { type FaultyRow, importMachine, nameFaults, type ReturnFileRefusal } from "@lilink/model/return/file";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import type { FormRow } from "../return/find-form.ts";
import { readAsked } from "../return/read-asked.ts";
import { holdForWriting } from "../return/save-values.ts";
import { type Gathered, gatherFigures } from "./gather-figures.ts";
import { writeImported } from "./write-figures.ts";

export type ReturnFile = { readonly bytes: Uint8Array; readonly name: string };

/** How files are read and marked; the reading goes on in a place where nothing that a file holds can hurt. */
export type ReturnFileReader = {
  readonly open: (file: ReturnFile) => Promise<Table & { readonly close: () => Promise<void> }>;
  readonly mark: (file: ReturnFile, faults: readonly FaultyRow[], locale: string) => Promise<Uint8Array>;
};

export type ImportReport = (
  report: z.input<typeof reportImportSchema>,
) => Promise<{ readonly goOn: boolean }>;

type Outcome =
  | { readonly state: "done"; readonly rows: number; readonly figures: number }
  | {
      readonly state: "faulty";
      readonly rows: number;
      readonly faults: readonly FaultyRow[];
      readonly headings: Gathered["headings"];
    }
  | { readonly state: "refused"; readonly refusal: FileRefusal<ReturnFileRefusal> }
  | { readonly state: "cancelled" };

/** So many faults are named on the page; the file names all. */
const namedFaults = 10;

type ImportRow = typeof returnImport.$inferSelect;

/**
 * The job of a return's file: all of it is taken or none. Its figures and its end are one transaction; how far it is, is said
 * beside it. When the worker dies, nothing has happened, and the next one begins again ([RT13]).
 */
export function importReturnFile(reader: ReturnFileReader, report: ImportReport) {
  return defineMutation({
    name: "return.import",
    input: jobPayloads["return.import"],
    authorize: { action: "return.import" },
    run: async (ctx, { importId }) => {
      const found = await findImport(ctx, importId);
      if (!found || !(await report({ importId, rowsDone: 0, rowsTotal: null })).goOn) return null;
      const bytes = await ctx.files.read(found.row.fileId, found.row.sha256);
      if (!bytes) throw new LilinkError("NOT_FOUND");
      const file = { bytes, name: found.row.fileName };
      // Nobody waits for this transaction until its figures are written; reading a large file may take a while.
      await ctx.db.execute(sql`set local idle_in_transaction_session_timeout = '600s'`);
      await ctx.db.execute(sql`savepoint before_import`);
      const outcome = await takeFile(ctx, found, file, reader, report).catch((error: unknown): Outcome => {
        if (error instanceof FileRefusal) return { state: "refused", refusal: error };
        throw error;
      });
      if (outcome.state !== "done") await ctx.db.execute(sql`rollback to savepoint before_import`);
      const kept = await endImport(ctx, found, file, outcome, reader);
      if (!kept) await ctx.db.execute(sql`rollback to savepoint before_import`);
      return { id: importId, state: kept ? outcome.state : "cancelled" };
    },
    audit: (_input, output) =>
      output && { subjectKind: "return_import", subjectId: output.id, detail: { state: output.state } },
  });
}

type Found = {
  readonly row: ImportRow;
  readonly form: FormRow;
  readonly locale: string;
  /** Whether whoever sent the file may still file for the organization. */
  readonly files: boolean;
};

async function findImport(ctx: Context, importId: string): Promise<Found | null> {
  const [found] = await ctx.db
    .select({ row: returnImport, form: returnForm, locale: person.locale, role: membership.role })
    .from(returnImport)
    .innerJoin(returnForm, eq(returnForm.id, returnImport.formId))
    .leftJoin(person, eq(person.id, returnImport.requestedBy))
    .leftJoin(
      membership,
      and(
        eq(membership.personId, returnImport.requestedBy),
        eq(membership.organizationId, returnImport.organizationId),
        eq(membership.active, true),
        inArray(membership.role, ["admin", "editor"]),
        sql`not 'delegate' = any (${membership.duties})`,
      ),
    )
    .where(eq(returnImport.id, importId));
  return found ? { ...found, locale: found.locale ?? "zh-CN", files: found.role !== null } : null;
}

async function takeFile(
  ctx: Context,
  { row, form, files }: Found,
  file: ReturnFile,
  reader: ReturnFileReader,
  report: ImportReport,
): Promise<Outcome> {
  if (!files) throw toRefusal("notFiler");
  const asked = await readAsked(ctx, form);
  const table = await reader.open(file);
  let gathered: Gathered | null;
  try {
    const rowsTotal = table.rowsAbout;
    const step = async (rowsDone: number) => (await report({ importId: row.id, rowsDone, rowsTotal })).goOn;
    gathered = (await step(0)) ? await gatherFigures(table, asked.components, step) : null;
  } finally {
    await table.close();
  }
  if (!gathered) return { state: "cancelled" };
  const { figures, faults, rows, meta, headings } = gathered;
  if (meta.publicId !== null && meta.publicId !== form.publicId) throw toRefusal("otherReturn");
  if (meta.version !== null && meta.version !== form.version)
    throw toRefusal("otherVersion", { file: meta.version, now: form.version });
  if (faults.length > 0) return { state: "faulty", rows, faults, headings };
  if (!(await report({ importId: row.id, rowsDone: rows, rowsTotal: rows })).goOn)
    return { state: "cancelled" };
  await holdForWriting(ctx, { form }, form.version).catch((error: unknown) => {
    throw error instanceof LilinkError && error.code === "WRONG_STATE" ? toRefusal("movedOn") : error;
  });
  const differing = await writeImported(ctx, {
    form,
    asked,
    figures,
    replace: row.replace,
    by: row.requestedBy,
  });
  if (differing.length > 0) return { state: "faulty", rows, faults: differing, headings };
  await ctx.db.insert(returnEvent).values({
    id: ctx.newId(),
    formId: form.id,
    organizationId: form.organizationId,
    version: form.version,
    kind: "imported",
    text: row.fileName,
    byPerson: row.requestedBy,
    byOrganization: form.organizationId,
    at: ctx.now,
  });
  return { state: "done", rows, figures: figures.length };
}

function toRefusal(rule: ReturnFileRefusal, params: Readonly<Record<string, number>> = {}) {
  return new FileRefusal<ReturnFileRefusal>(rule, params);
}

/** Writes what became of the file; false where a person stopped it meanwhile, and then nothing of it stays. */
async function endImport(
  ctx: Context,
  { row, locale }: Found,
  file: ReturnFile,
  outcome: Outcome,
  reader: ReturnFileReader,
): Promise<boolean> {
  if (outcome.state === "cancelled") return true;
  let markedFileId: string | null = null;
  let markedSha256: string | null = null;
  let size = row.size;
  if (outcome.state === "faulty") {
    markedFileId = ctx.newId();
    const marked = await reader.mark(file, outcome.faults, locale);
    size += marked.byteLength;
    markedSha256 = await ctx.files.write(markedFileId, marked);
  }
  const refusal = outcome.state === "refused" ? outcome.refusal : null;
  const rows = outcome.state === "refused" ? {} : { rowsDone: outcome.rows, rowsTotal: outcome.rows };
  const ended = await ctx.db
    .update(returnImport)
    .set({
      state: outcome.state,
      ...rows,
      faults: outcome.state === "faulty" ? outcome.faults.length : 0,
      firstFaults:
        outcome.state === "faulty" ? nameFaults(outcome.faults, outcome.headings, namedFaults) : null,
      markedFileId,
      markedSha256,
      size,
      refusal: refusal?.rule ?? null,
      refusalParams: refusal ? { ...refusal.params } : null,
      endedAt: ctx.now,
    })
    .where(and(eq(returnImport.id, row.id), standsFor(returnImport.state, importMachine, "take")))
    .returning({ id: returnImport.id });
  await ctx.announce({ topic: "return", organizationId: row.organizationId, subjectId: row.id });
  return ended.length > 0;
}
