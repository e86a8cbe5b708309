import { recordImportFileSchema, recordImportRef } from "@lilink/contract";
import { recordImport } from "@lilink/db/schema";
import { type FieldFault, LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import type { Register } from "@lilink/model/register";
import { type ImportState, importMachine } from "@lilink/model/return/file";
import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { defineMutation, defineQuery } from "../kernel/define.ts";
import { standsFor } from "../kernel/stands-for.ts";
import { importerOf } from "./start-import.ts";

const shown = 5;

export type RecordImportView = {
  readonly publicId: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly rowsDone: number;
  readonly rowsTotal: number | null;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** How many rows are at fault, and the first of them. */
  readonly faults: number;
  readonly firstFaults: readonly { readonly row: number; readonly faults: readonly FieldFault[] }[];
  readonly refusal: string | null;
  readonly refusalParams: Readonly<Record<string, string | number>>;
  readonly createdAt: Date;
};

/** The last files that the actor sent into a register and what became of them, the newest first. */
export function listRecordImports(register: Register) {
  return defineQuery({
    name: `${register.name}.imports`,
    input: z.object({}),
    authorize: importerOf(register),
    run: async (ctx): Promise<readonly RecordImportView[]> => {
      const rows = await ctx.db
        .select()
        .from(recordImport)
        .where(ownOf(ctx, register))
        .orderBy(desc(recordImport.createdAt), desc(recordImport.id))
        .limit(shown);
      return rows.map((row) => ({
        publicId: row.publicId,
        fileName: row.fileName,
        // Written by our own verbs alone, from the states of the machine.
        state: row.state as ImportState,
        rowsDone: row.rowsDone,
        rowsTotal: row.rowsTotal,
        created: row.created,
        updated: row.updated,
        unchanged: row.unchanged,
        faults: row.faults,
        firstFaults: row.firstFaults ?? [],
        refusal: row.refusal,
        refusalParams: row.refusalParams ?? {},
        createdAt: row.createdAt,
      }));
    },
  });
}

/** Stops a file that waits or runs: nothing of it is taken, and the worker finds out at its next step. */
export function cancelRecordImport(register: Register) {
  return defineMutation({
    name: `${register.name}.cancelImport`,
    input: recordImportRef,
    authorize: importerOf(register),
    run: async (ctx, input) => {
      const row = await loadImport(ctx, register, input.import);
      const stopped = await ctx.db
        .update(recordImport)
        .set({ state: importMachine.steps.cancel.to })
        .where(and(eq(recordImport.id, row.id), standsFor(recordImport.state, importMachine, "cancel")))
        .returning({ id: recordImport.id });
      if (stopped.length === 0) throw new LilinkError("WRONG_STATE", { state: row.state });
      return { id: row.id };
    },
    audit: (_input, { id }) => ({ subjectKind: "record_import", subjectId: id }),
  });
}

/** A file as it was sent, or with its faults marked. */
export function readRecordImport(register: Register) {
  return defineQuery({
    name: `${register.name}.readImport`,
    input: recordImportFileSchema,
    authorize: importerOf(register),
    run: async (ctx, input) => {
      const row = await loadImport(ctx, register, input.import);
      const [id, sha256] =
        input.which === "marked" ? [row.markedFileId, row.markedSha256] : [row.fileId, row.sha256];
      const bytes = id ? await ctx.files.read(id, sha256) : null;
      if (!bytes) throw new LilinkError("NOT_FOUND");
      return { name: row.fileName, bytes };
    },
  });
}

const ownOf = (ctx: Context, { name }: Register) =>
  and(eq(recordImport.register, name), sql`${recordImport.requestedBy} = ${personOf(ctx.actor)}::uuid`);

async function loadImport(ctx: Context, register: Register, publicId: string) {
  const own = and(ownOf(ctx, register), eq(recordImport.publicId, publicId));
  const [row] = await ctx.db.select().from(recordImport).where(own);
  if (!row) throw new LilinkError("NOT_FOUND");
  return row;
}
