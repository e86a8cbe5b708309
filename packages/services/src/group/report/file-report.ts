import { fileReportSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import { sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";

/** Ten reports in a day; the database counts, for it alone knows whose posting is reported. */
const mostInADay = 10;

/** A member reports a posting or another organization. The answer is the same whoever stands behind it ([RA10]). */
export const fileReport = defineMutation({
  name: "report.file",
  input: fileReportSchema,
  authorize: { action: "report.file" },
  run: async (ctx, input) => {
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    const { rows } = await ctx.db.execute<{ refusal: "NOT_FOUND" | "LIMIT_REACHED" | "CONFLICT" | null }>(
      sql`select app.file_report(${id}::uuid, ${publicId}, ${input.subject}, ${input.publicId}, ${input.reason},
        ${input.words}, ${ctx.now.toISOString()}::timestamptz) as refusal`,
    );
    const refusal = rows[0] ? rows[0].refusal : "NOT_FOUND";
    if (refusal) throw new LilinkError(refusal, refusal === "LIMIT_REACHED" ? { max: mostInADay } : {});
    await ctx.enqueue("notice.deliver", {
      kind: "report.filed",
      causeKey: id,
      path: "/review/reports",
      params: { kind: input.subject },
      officers: true,
    });
    return { id, publicId };
  },
  audit: (input, output) => ({
    subjectKind: "report",
    subjectId: output.id,
    detail: { subject: input.subject, publicId: input.publicId, reason: input.reason },
  }),
});
