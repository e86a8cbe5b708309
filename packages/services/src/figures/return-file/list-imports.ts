import { importFileSchema, importRefSchema, returnRefSchema } from "@lilink/contract";
import { person, returnImport } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import type { ImportState, NamedFault, ReturnFileRefusal } from "@lilink/model/return/file";
import { importMachine } from "@lilink/model/return/file";
import { and, desc, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { loadOwnForm, ownForm } from "../return/find-form.ts";

const shown = 5;

export type ImportView = {
  readonly publicId: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly rowsDone: number;
  readonly rowsTotal: number | null;
  readonly faults: number;
  /** The first of them, as they stand in the file. */
  readonly firstFaults: readonly NamedFault[];
  readonly refusal: ReturnFileRefusal | null;
  readonly refusalParams: Readonly<Record<string, string | number>>;
  readonly by: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
};

/** The last files of a return and what became of them, newest first. */
export const listImports = defineQuery({
  name: "return.listImports",
  input: returnRefSchema,
  authorize: { action: "return.read", resource: ownForm },
  run: async (ctx, input): Promise<{ items: ImportView[] }> => {
    const { form } = await loadOwnForm(ctx, input.publicId);
    const rows = await ctx.db
      .select({
        publicId: returnImport.publicId,
        fileName: returnImport.fileName,
        state: returnImport.state,
        rowsDone: returnImport.rowsDone,
        rowsTotal: returnImport.rowsTotal,
        faults: returnImport.faults,
        firstFaults: returnImport.firstFaults,
        refusal: returnImport.refusal,
        refusalParams: returnImport.refusalParams,
        by: person.name,
        createdAt: returnImport.createdAt,
        endedAt: returnImport.endedAt,
      })
      .from(returnImport)
      .leftJoin(person, eq(person.id, returnImport.requestedBy))
      .where(eq(returnImport.formId, form.id))
      .orderBy(desc(returnImport.createdAt), desc(returnImport.id))
      .limit(shown);
    return {
      items: rows.map((row) => ({
        ...row,
        // Written by our own verbs alone, from these two unions.
        state: row.state as ImportState,
        refusal: row.refusal as ReturnFileRefusal | null,
        refusalParams: row.refusalParams ?? {},
        firstFaults: row.firstFaults ?? [],
      })),
    };
  },
});

/** Stops a file that waits or runs: nothing of it is taken, and the worker finds out at its next step ([RT13]). */
export const cancelImport = defineMutation({
  name: "return.cancelImport",
  input: importRefSchema,
  authorize: { action: "return.file", resource: ownForm },
  run: async (ctx, input) => {
    const row = await loadImport(ctx, input);
    const stopped = await ctx.db
      .update(returnImport)
      .set({ state: importMachine.steps.cancel.to })
      .where(and(eq(returnImport.id, row.id), standsFor(returnImport.state, importMachine, "cancel")))
      .returning({ id: returnImport.id });
    if (stopped.length === 0) throw new LilinkError("WRONG_STATE", { state: row.state });
    return { id: row.id };
  },
  audit: (_input, output) => ({ subjectKind: "return_import", subjectId: output.id }),
});

/** A file as it was sent, or with its faults marked. */
export const readImportFile = defineQuery({
  name: "return.readImportFile",
  input: importFileSchema,
  authorize: { action: "return.read", resource: ownForm },
  run: async (ctx, input) => {
    const row = await loadImport(ctx, input);
    const [id, sha256] =
      input.which === "marked" ? [row.markedFileId, row.markedSha256] : [row.fileId, row.sha256];
    const bytes = id ? await ctx.files.read(id, sha256) : null;
    if (!bytes) throw new LilinkError("NOT_FOUND");
    return { name: row.fileName, bytes };
  },
});

async function loadImport(ctx: Context, input: { readonly publicId: string; readonly import: string }) {
  const { form } = await loadOwnForm(ctx, input.publicId);
  const [row] = await ctx.db
    .select()
    .from(returnImport)
    .where(and(eq(returnImport.publicId, input.import), eq(returnImport.formId, form.id)));
  if (!row) throw new LilinkError("NOT_FOUND");
  return row;
}
