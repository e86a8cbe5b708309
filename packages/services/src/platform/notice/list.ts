import { listNoticesSchema, type Page } from "@lilink/contract";
import { notice, organization } from "@lilink/db/schema";
import { type NoticeKind, noticeKinds } from "@lilink/model/notice";
import { personOf } from "@lilink/model/policy";
import { and, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { readConcepts } from "./read-concepts.ts";

const own = { action: "notice.read", resource: () => ({ self: true }) } as const;

/** The person's notices, newest first, of every organization that the person belongs to. */
export const listNotices = defineQuery({
  name: "notice.list",
  input: listNoticesSchema,
  authorize: own,
  run: async (ctx, input) => {
    const [told, after] = input.cursor?.split("~") ?? [];
    const rows = await ctx.db
      .select({
        id: notice.id,
        kind: notice.kind,
        params: notice.params,
        path: notice.path,
        createdAt: notice.createdAt,
        readAt: notice.readAt,
        organization: {
          publicId: organization.publicId,
          nameZh: organization.nameZh,
          nameEn: organization.nameEn,
        },
      })
      .from(notice)
      .leftJoin(organization, eq(organization.id, notice.organizationId))
      .where(
        and(
          eq(notice.personId, personOf(ctx.actor) ?? ""),
          inArray(notice.kind, [...noticeKinds]),
          input.unread ? isNull(notice.readAt) : undefined,
          told && after
            ? sql`(${notice.createdAt}, ${notice.id}) < (${told}::timestamptz, ${after}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(notice.createdAt), desc(notice.id))
      .limit(input.limit + 1);
    const shown = rows.slice(0, input.limit);
    const concepts = await readConcepts(
      ctx,
      shown.map(({ path }) => path),
    );
    const items = shown.map((row) => ({
      ...row,
      kind: row.kind as NoticeKind,
      read: row.readAt !== null,
      concept: concepts.get(row.path) ?? null,
    }));
    const last = rows.length > input.limit ? items.at(-1) : undefined;
    const page: Page<(typeof items)[number]> = {
      items,
      nextCursor: last ? `${last.createdAt.toISOString()}~${last.id}` : null,
    };
    return page;
  },
});

/** How many notices the person has not read. */
export const countUnread = defineQuery({
  name: "notice.countUnread",
  input: z.object({}).default({}),
  authorize: own,
  run: async (ctx) => {
    const [row] = await ctx.db
      .select({ n: count() })
      .from(notice)
      .where(and(eq(notice.personId, personOf(ctx.actor) ?? ""), isNull(notice.readAt)));
    return { unread: row?.n ?? 0 };
  },
});
