import { decideReportSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";

/** For `authorize.resource`: whether it is by or about another body of the officer's, or a rival of one ([PL12]). */
async function impartialReport(ctx: Context, { publicId }: { readonly publicId: string }) {
  const kept = await ctx.db.execute(sql`select 1 from app.kept_reports() where public_id = ${publicId}`);
  return { conflict: kept.rows.length > 0 };
}

/** An officer's finding, once. The reporter is told; whom it is about is told where something was found ([RA10]). */
export const decideReport = defineMutation({
  name: "report.decide",
  input: decideReportSchema,
  authorize: { action: "report.decide", resource: impartialReport },
  run: async (ctx, { publicId, finding, note }) => {
    const { rows } = await ctx.db.execute<{ id: string; reporter: string; about: string }>(
      sql`select id, reporter, about from app.decide_report(${publicId}, ${finding}, ${note}, ${ctx.now.toISOString()}::timestamptz)`,
    );
    const decided = rows[0];
    if (!decided) throw new LilinkError("CONFLICT");
    const notice = { causeKey: decided.id, path: "/notices", params: { finding, note } };
    await ctx.enqueue("notice.deliver", {
      ...notice,
      kind: "report.decided",
      organizationId: decided.reporter,
    });
    if (finding !== "unfounded")
      await ctx.enqueue("notice.deliver", {
        ...notice,
        kind: "report.upheld",
        organizationId: decided.about,
      });
    return { id: decided.id };
  },
  audit: (input, output) => ({
    subjectKind: "report",
    subjectId: output.id,
    detail: { finding: input.finding },
  }),
});
