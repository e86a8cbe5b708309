import { setUseSchema } from "@lilink/contract";
import { posting, postingUse } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { eq, max, sql } from "drizzle-orm";
import { z } from "zod";
import { defineMutation } from "../../kernel/define.ts";
import { loadOwnRow, ownPosting } from "../posting/load-posting-row.ts";

/** Says for what the parts of an own posting may be used, or removes it; everybody is asked again. [US1] [US2] */
export const setUse = defineMutation({
  name: "use.set",
  input: setUseSchema,
  rest: {
    tag: "postings",
    method: "PUT",
    path: "/postings/{publicId}/use",
    output: z.object({ version: z.int().nullable() }),
  },
  authorize: { action: "posting.draft", resource: ownPosting },
  run: async (ctx, { publicId, terms }) => {
    const row = await loadOwnRow(ctx, publicId);
    const today = toShanghaiDate(ctx.now);
    if (terms?.until && terms.until < today)
      throw toInputError([{ field: "terms.until", rule: "dateInPast" }]);
    // Two at once would take the same number.
    await ctx.db.select({ id: posting.id }).from(posting).where(eq(posting.id, row.id)).for("update");
    let version: number | null = null;
    if (terms) {
      const [last] = await ctx.db
        .select({ version: max(postingUse.version) })
        .from(postingUse)
        .where(eq(postingUse.postingId, row.id));
      version = (last?.version ?? 0) + 1;
      await ctx.db.insert(postingUse).values({
        postingId: row.id,
        version,
        purposes: [...terms.purposes],
        framework: terms.framework,
        until: terms.until,
        words: terms.words,
        setBy: personOf(ctx.actor),
        setAt: ctx.now,
      });
    }
    await ctx.db
      .update(posting)
      .set({ useVersion: version, updatedAt: ctx.now })
      .where(eq(posting.id, row.id));
    await ctx.db.execute(sql`select app.put_under_use(${row.id}::uuid)`);
    if (row.liveVersion !== null) await ctx.enqueue("posting.match", { postingId: row.id });
    return { id: row.id, version };
  },
  audit: (_input, { id, version }) => ({
    subjectKind: "posting",
    subjectId: id,
    detail: { version: version ?? 0 },
  }),
});
