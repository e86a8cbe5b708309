import { type JobPayload, jobPayloads } from "@lilink/contract";
import { mail, notice, person } from "@lilink/db/schema";
import { settledKinds, wantsMail } from "@lilink/model/notice";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { findPeople } from "./find-people.ts";
import { findTitle } from "./find-title.ts";

type Delivery = JobPayload<"notice.deliver">;
type NewMail = typeof mail.$inferInsert;

/** Writes one notice for each person concerned, and a letter for those who want one; a repeat writes nothing ([NO1]). */
export const deliverNotice = defineMutation({
  name: "notice.deliver",
  input: jobPayloads["notice.deliver"],
  authorize: { action: "notice.deliver" },
  run: async (ctx, input) => {
    const people = await findPeople(ctx, input);
    const params = { title: await findTitle(ctx, input), ...input.params };
    // A notice has the time of what it tells of: a worker that was away tells late, and dates nothing anew.
    const since = input.since === undefined ? ctx.now.getTime() : Date.parse(input.since);
    const createdAt = new Date(Math.min(since, ctx.now.getTime()));
    const content = { kind: input.kind, params, path: input.path, causeKey: input.causeKey };
    const fresh =
      people.length === 0
        ? []
        : await ctx.db
            .insert(notice)
            .values(
              people.map(({ personId, organizationId }) => ({
                id: ctx.newId(),
                personId,
                organizationId,
                ...content,
                createdAt,
              })),
            )
            .onConflictDoNothing()
            .returning({ id: notice.id, personId: notice.personId });
    for (const { id, personId } of [...fresh, ...(await settleEarlier(ctx, input))]) {
      await ctx.announce({ topic: "notice", personId, subjectId: id });
    }
    const freshPeople = new Set(fresh.map((row) => row.personId));
    const letters: NewMail[] = people
      .filter((one) => freshPeople.has(one.personId) && wantsMail(input.kind, one.choice))
      .map((one) => ({
        id: ctx.newId(),
        personId: one.personId,
        address: one.email,
        locale: one.locale,
        ...content,
        nextAt: ctx.now,
        createdAt: ctx.now,
      }));
    if (input.email) {
      const to = await findAddress(ctx, input.email, input.locale);
      letters.push({ id: ctx.newId(), ...to, ...content, nextAt: ctx.now, createdAt: ctx.now });
    }
    if (letters.length > 0) {
      await ctx.db.insert(mail).values(letters).onConflictDoNothing();
      await ctx.enqueue("mail.send", {});
    }
    return { notices: fresh.length, letters: letters.length };
  },
  audit: () => null,
});

/** What was decided waits for nobody any more: the earlier notices of the cause count as read ([NO5]). */
async function settleEarlier(ctx: Context, { kind, causeKey }: Delivery) {
  const settled = settledKinds[kind];
  if (!settled) return [];
  return ctx.db
    .update(notice)
    .set({ readAt: ctx.now })
    .where(and(eq(notice.causeKey, causeKey), inArray(notice.kind, [...settled]), isNull(notice.readAt)))
    .returning({ id: notice.id, personId: notice.personId });
}

/** A letter to a bare address is in the language of its account, where it has one. */
async function findAddress(ctx: Context, email: string, locale = "zh-CN") {
  const address = email.toLowerCase();
  const [known] = await ctx.db
    .select({ id: person.id, locale: person.locale })
    .from(person)
    .where(and(eq(person.email, address), isNull(person.disabledAt)));
  return { address, personId: known?.id ?? null, locale: known?.locale ?? locale };
}
