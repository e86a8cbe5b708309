import { noticePlaceSchema, noticeRefSchema } from "@lilink/contract";
import { notice } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { placeOf } from "@lilink/model/notice";
import { personOf } from "@lilink/model/policy";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";

const own = { action: "notice.read", resource: () => ({ self: true }) } as const;

/** Marks one notice as read; a second time changes nothing. */
export const readNotice = defineMutation({
  name: "notice.read",
  input: noticeRefSchema,
  authorize: own,
  run: async (ctx, input) => {
    const mine = and(eq(notice.id, input.id), eq(notice.personId, personOf(ctx.actor) ?? ""));
    const [found] = await ctx.db
      .select({ readAt: notice.readAt, path: notice.path })
      .from(notice)
      .where(mine);
    if (!found) throw new LilinkError("NOT_FOUND");
    if (found.readAt === null) {
      await ctx.db
        .update(notice)
        .set({ readAt: ctx.now })
        .where(and(mine, isNull(notice.readAt)));
      await announceSelf(ctx, input.id);
    }
    return { path: found.path };
  },
  audit: () => null,
});

/** Marks as read what leads to the thing that the person looks at ([NO5]). */
export const readNoticesOf = defineMutation({
  name: "notice.readOf",
  input: noticePlaceSchema,
  authorize: own,
  run: async (ctx, input) => {
    const personId = personOf(ctx.actor) ?? "";
    const place = placeOf(input.path);
    const waiting = await ctx.db
      .select({ id: notice.id, path: notice.path })
      .from(notice)
      .where(
        and(
          eq(notice.personId, personId),
          isNull(notice.readAt),
          sql`starts_with(${notice.path}, ${place}::text)`,
        ),
      );
    const seen = waiting.filter(({ path }) => placeOf(path) === place).map(({ id }) => id);
    if (seen.length === 0) return { read: 0 };
    await ctx.db.update(notice).set({ readAt: ctx.now }).where(inArray(notice.id, seen));
    await announceSelf(ctx, personId);
    return { read: seen.length };
  },
  audit: () => null,
});

/** Marks every notice of the person as read. */
export const readAllNotices = defineMutation({
  name: "notice.readAll",
  input: z.object({}).default({}),
  authorize: own,
  run: async (ctx) => {
    const personId = personOf(ctx.actor) ?? "";
    const read = await ctx.db
      .update(notice)
      .set({ readAt: ctx.now })
      .where(and(eq(notice.personId, personId), isNull(notice.readAt)))
      .returning({ id: notice.id });
    if (read.length > 0) await announceSelf(ctx, personId);
    return { read: read.length };
  },
  audit: () => null,
});

/** The person's other tabs count again. */
async function announceSelf(ctx: Context, subjectId: string): Promise<void> {
  const personId = personOf(ctx.actor);
  if (personId) await ctx.announce({ topic: "notice", personId, subjectId });
}
