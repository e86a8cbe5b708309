import { startImportSchema } from "@lilink/contract";
import { returnImport } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { nextReturnState } from "@lilink/model/return";
import { importMachine } from "@lilink/model/return/file";
import { and, count, eq, gt } from "drizzle-orm";
import { takeFile } from "../../ground/file/take-file.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { takeTurn } from "../../kernel/take-turn.ts";
import { type FormRow, loadOwnForm, movedOn, ownForm } from "../return/find-form.ts";

const hour = 3_600_000;
/** Files of one organization in an hour. */
const mostInAnHour = 60;

/** Takes in a file for a return and leaves it to the worker: nothing of it is read here. One at a time for a return ([RT13]). */
export const startImport = defineMutation({
  name: "return.startImport",
  input: startImportSchema,
  authorize: { action: "return.file", resource: ownForm },
  run: async (ctx, input) => {
    const { form } = await loadOwnForm(ctx, input.publicId);
    if (nextReturnState(form.state, "save", form.version) === null) throw movedOn(form);
    await refuseTooMany(ctx, form);
    const row = { id: ctx.newId(), publicId: ctx.newPublicId() };
    await ctx.db.insert(returnImport).values({
      ...row,
      ...(await takeFile(ctx, input)),
      organizationId: form.organizationId,
      formId: form.id,
      replace: input.replace,
      state: importMachine.start,
      requestedBy: personOf(ctx.actor),
      createdAt: ctx.now,
    });
    await ctx.enqueue("return.import", { importId: row.id });
    return row;
  },
  audit: (input, output) => ({
    subjectKind: "return_import",
    subjectId: output.id,
    detail: { size: input.bytes.byteLength, replace: input.replace },
  }),
});

async function refuseTooMany(ctx: Context, form: FormRow): Promise<void> {
  await takeTurn(ctx, "imports", form.organizationId);
  const countWhere = async (...where: Parameters<typeof and>) => {
    const [row] = await ctx.db
      .select({ n: count() })
      .from(returnImport)
      .where(and(...where));
    return row?.n ?? 0;
  };
  const open = await countWhere(
    eq(returnImport.formId, form.id),
    standsFor(returnImport.state, importMachine, "cancel"),
  );
  if (open > 0) throw new LilinkError("CONFLICT", { field: "file" });
  const lately = await countWhere(
    eq(returnImport.organizationId, form.organizationId),
    gt(returnImport.createdAt, new Date(ctx.now.getTime() - hour)),
  );
  if (lately >= mostInAnHour) throw new LilinkError("LIMIT_REACHED", { max: mostInAnHour });
}
