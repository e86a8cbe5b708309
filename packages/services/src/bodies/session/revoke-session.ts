import { session } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { defineMutation } from "../../kernel/define.ts";

/** Signs one device out. */
export const revokeSession = defineMutation({
  name: "session.revoke",
  input: z.object({ id: z.uuid("badFormat") }),
  authorize: { action: "session.read" },
  run: async (ctx, input) => {
    const [row] = await ctx.db
      .update(session)
      .set({ revokedAt: ctx.now })
      .where(
        and(
          eq(session.id, input.id),
          eq(session.personId, personOf(ctx.actor) ?? ""),
          isNull(session.revokedAt),
        ),
      )
      .returning({ id: session.id });
    if (!row) throw new LilinkError("NOT_FOUND");
    return row;
  },
  audit: (input) => ({ subjectKind: "session", subjectId: input.id }),
});

/** Signs out everywhere but here. */
export const revokeOtherSessions = defineMutation({
  name: "session.revokeOthers",
  input: z.object({}).default({}),
  authorize: { action: "session.read" },
  run: async (ctx) => {
    const answer = await ctx.db.execute<{ count: number }>(
      sql`select app.close_other_sessions(${ctx.now.toISOString()}::timestamptz) as count`,
    );
    return { count: answer.rows[0]?.count ?? 0 };
  },
  audit: (_input, output) => ({
    subjectKind: "session",
    subjectId: null,
    detail: { count: output.count },
  }),
});
