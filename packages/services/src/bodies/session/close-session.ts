import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineMutation } from "../../kernel/define.ts";

/** Signs out: the session row ends at once, whatever cookies still name it. */
export const closeSession = defineMutation({
  name: "session.close",
  input: z.object({}).default({}),
  authorize: { action: "session.read" },
  run: async (ctx) => {
    await ctx.db.execute(sql`select app.close_session(${ctx.now.toISOString()}::timestamptz)`);
    return {};
  },
  audit: () => ({ subjectKind: "session", subjectId: null }),
});
