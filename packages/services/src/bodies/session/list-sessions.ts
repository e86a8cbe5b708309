import { session } from "@lilink/db/schema";
import { personOf } from "@lilink/model/policy";
import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";

/** The person's sessions that still stand, the one in use first. */
export const listSessions = defineQuery({
  name: "session.list",
  input: z.object({}).default({}),
  authorize: { action: "session.read" },
  run: async (ctx) => {
    const current = sql<boolean>`${session.id} is not distinct from app.session()`;
    return ctx.db
      .select({
        id: session.id,
        userAgent: session.userAgent,
        createdAt: session.createdAt,
        seenAt: session.seenAt,
        current,
      })
      .from(session)
      .where(
        and(
          eq(session.personId, personOf(ctx.actor) ?? ""),
          isNull(session.revokedAt),
          gt(session.expiresAt, ctx.now),
        ),
      )
      .orderBy(desc(current), desc(session.seenAt))
      .limit(100);
  },
});
