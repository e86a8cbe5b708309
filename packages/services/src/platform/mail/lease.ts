import { mail } from "@lilink/db/schema";
import { mostAttempts, type NoticeKind, noticeKinds, waitAfterAttempt } from "@lilink/model/notice";
import { and, asc, eq, inArray, isNull, lt, lte } from "drizzle-orm";
import { z } from "zod";
import { defineMutation } from "../../kernel/define.ts";

/**
 * Takes letters that are due and pushes their next attempt ahead, so that two workers never send the same one at once
 * and a letter whose sender died is tried again ([NO3]).
 */
export const leaseMail = defineMutation({
  name: "mail.lease",
  input: z.object({ limit: z.number().int().min(1).max(100).default(20) }),
  authorize: { action: "notice.deliver" },
  run: async (ctx, input) => {
    const waiting = await ctx.db
      .select()
      .from(mail)
      .where(
        and(
          isNull(mail.sentAt),
          lte(mail.nextAt, ctx.now),
          lt(mail.attempts, mostAttempts),
          inArray(mail.kind, [...noticeKinds]),
        ),
      )
      .orderBy(asc(mail.nextAt), asc(mail.id))
      .limit(input.limit)
      .for("update", { skipLocked: true });
    for (const attempts of new Set(waiting.map((row) => row.attempts))) {
      const ids = waiting.filter((row) => row.attempts === attempts).map((row) => row.id);
      await ctx.db
        .update(mail)
        .set({
          attempts: attempts + 1,
          nextAt: new Date(ctx.now.getTime() + waitAfterAttempt(attempts + 1) * 1000),
        })
        .where(inArray(mail.id, ids));
    }
    return waiting.map(({ id, address, locale, kind, params, path, createdAt }) => ({
      id,
      address,
      locale,
      kind: kind as NoticeKind,
      params,
      path,
      createdAt,
    }));
  },
  audit: () => null,
});

/** Marks a letter as sent and forgets what it said; a link in it may be a proof that nobody else should read. */
export const settleMail = defineMutation({
  name: "mail.settle",
  input: z.object({ id: z.uuid() }),
  authorize: { action: "notice.deliver" },
  run: async (ctx, input) => {
    await ctx.db
      .update(mail)
      .set({ sentAt: ctx.now, params: {}, path: "" })
      .where(and(eq(mail.id, input.id), isNull(mail.sentAt)));
  },
  audit: () => null,
});
