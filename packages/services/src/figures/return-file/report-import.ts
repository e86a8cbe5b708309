import { reportImportSchema } from "@lilink/contract";
import { returnImport } from "@lilink/db/schema";
import { importMachine } from "@lilink/model/return/file";
import { and, eq } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";

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
      .set({ state: importMachine.steps.run.to, rowsDone, rowsTotal })
      .where(and(eq(returnImport.id, importId), standsFor(returnImport.state, importMachine, "run")))
      .returning({ organizationId: returnImport.organizationId });
    if (row) await ctx.announce({ topic: "return", organizationId: row.organizationId, subjectId: importId });
    return { goOn: row !== undefined };
  },
  audit: () => null,
});
