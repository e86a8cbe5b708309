import { reportImportSchema } from "@lilink/contract";
import { returnImport } from "@lilink/db/schema";
import { openImportStates } from "@lilink/model/return/file";
import { and, eq, inArray } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";

/**
 * Says in a transaction of its own how far an import is, so that the person sees it while the import's own transaction is
 * still open. Answers whether it should go on: a person may have stopped it.
 */
export const reportImport = defineMutation({
  name: "return.reportImport",
  input: reportImportSchema,
  authorize: { action: "return.import" },
  run: async (ctx, { importId, rowsDone, rowsTotal }) => {
    const [row] = await ctx.db
      .update(returnImport)
      .set({ state: "running", rowsDone, rowsTotal })
      .where(and(eq(returnImport.id, importId), inArray(returnImport.state, [...openImportStates])))
      .returning({ organizationId: returnImport.organizationId });
    if (row) await ctx.announce({ topic: "return", organizationId: row.organizationId, subjectId: importId });
    return { goOn: row !== undefined };
  },
  audit: () => null,
});
