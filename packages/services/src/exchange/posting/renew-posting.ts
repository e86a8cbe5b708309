import { postingRefSchema, validDaysSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { posting } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { validityEnd } from "@lilink/model/posting";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { defineMutation } from "../../kernel/define.ts";
import { loadPostingRow, ownPosting } from "./load-posting-row.ts";

/** The owner prolongs what was reviewed, by at most a year from today; the version stays what it was. */
export const renewPosting = defineMutation({
  name: "posting.renew",
  input: postingRefSchema.extend({ validDays: validDaysSchema }),
  // Ranked anew, so that answers before and after can be compared.
  rate: "probe",
  rest: {
    tag: "postings",
    method: "POST",
    path: "/postings/{publicId}/renew",
    output: z.object({ validUntil: shape.moment }),
  },
  authorize: { action: "posting.submit", resource: ownPosting },
  run: async (ctx, input) => {
    const row = await loadPostingRow(ctx, input.publicId);
    const validUntil = validityEnd(ctx.now, input.validDays);
    const { rows } = await ctx.db.execute<{ done: boolean }>(
      sql`select app.renew_posting(${row.id}::uuid, ${validUntil.toISOString()}::timestamptz, ${ctx.now.toISOString()}::timestamptz) as done`,
    );
    if (rows[0]?.done !== true) throw new LilinkError("WRONG_STATE", { state: row.state });
    await ctx.db.update(posting).set({ validDays: input.validDays }).where(eq(posting.id, row.id));
    await ctx.enqueue("posting.match", { postingId: row.id });
    return { id: row.id, validUntil };
  },
  audit: (input, output) => ({
    subjectKind: "posting",
    subjectId: output.id,
    detail: { validDays: input.validDays },
  }),
});
