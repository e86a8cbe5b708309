import { auditListInput, auditSearchInput } from "@lilink/contract";
import { auditEntry, auditLink, organization, person, posting, postingHead } from "@lilink/db/schema";
import { and, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { readTitles } from "../../exchange/introduction/read-titles.ts";
import { ofOneBody } from "../../ground/actor/barred.ts";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";
import { readQuestions, readSeats } from "./read-questions.ts";
import { readRecords } from "./read-records.ts";

type Filter = {
  readonly action?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
};

/** What people and programs of the own organization did, for its administrators ([AU10]). */
export const listEntries = defineQuery({
  name: "audit.list",
  input: auditListInput,
  authorize: { action: "audit.read", resource: ownOrganization },
  run: async (ctx, input) => {
    const rows = await ctx.db
      .select({
        ...shown,
        subjectId: auditEntry.subjectId,
        person: { publicId: person.publicId, name: person.name },
      })
      .from(auditEntry)
      .innerJoin(auditLink, linked)
      .leftJoin(person, eq(person.id, auditEntry.personId))
      .where(
        and(
          eq(auditEntry.organizationId, requireOwn(ctx)),
          input.person ? eq(person.publicId, input.person) : undefined,
          ...toConditions(input),
        ),
      )
      .orderBy(desc(auditEntry.id))
      .limit(input.limit + 1);
    const [titles, records] = [await readSubjects(ctx, rows), await readRecords(ctx, rows)];
    const [questions, seats] = [await readQuestions(ctx, rows), await readSeats(ctx, rows)];
    return toPage(
      rows,
      input.limit,
      (row) => ["", row.id],
      ({ subjectId, ...row }) => ({
        ...row,
        ...titles(subjectId, row.detail),
        record: records.get(subjectId ?? "") ?? questions.get(subjectId ?? "") ?? null,
        seat: seats.get(String(row.detail.seat ?? "")) ?? null,
      }),
    );
  },
});

/** The acts that the own organization's log holds, to choose from ([AU10]). */
export const listActs = defineQuery({
  name: "audit.acts",
  input: z.object({}),
  authorize: { action: "audit.read", resource: ownOrganization },
  run: async (ctx) => {
    const rows = await ctx.db
      .selectDistinct({ action: auditEntry.action })
      .from(auditEntry)
      .where(eq(auditEntry.organizationId, requireOwn(ctx)))
      .orderBy(auditEntry.action);
    return rows.map(({ action }) => action);
  },
});

type Subject = { readonly subjectId: string | null; readonly detail: Readonly<Record<string, unknown>> };

/** The titles of own postings that were acted on and of those named in the details, as far as the reader may read them. */
async function readSubjects(ctx: Context, rows: readonly Subject[]) {
  const ids = rows.flatMap(({ subjectId }) => subjectId ?? []);
  const own =
    ids.length === 0
      ? []
      : await ctx.db
          .select({ id: posting.id, title: posting.title })
          .from(posting)
          .where(inArray(posting.id, ids));
  const named = rows.flatMap(({ detail }) => (typeof detail.posting === "string" ? detail.posting : []));
  const heads =
    named.length === 0
      ? []
      : await ctx.db
          .select({ id: postingHead.postingId, publicId: postingHead.publicId })
          .from(postingHead)
          .where(inArray(postingHead.publicId, named));
  const open = await readTitles(
    ctx,
    heads.map(({ id }) => id),
  );
  const ownTitles = new Map(own.map(({ id, title }) => [id, title]));
  const openTitles = new Map([...open.values()].map(({ publicId, title }) => [publicId, title]));
  return (subjectId: string | null, { posting: publicId }: Subject["detail"]) => ({
    title: ownTitles.get(subjectId ?? "") || null,
    postingTitle: (typeof publicId === "string" ? openTitles.get(publicId) : null) ?? null,
  });
}

/** What was done on the whole platform, for its audit administrators; people are pseudonyms ([AU10]). */
export const searchEntries = defineQuery({
  name: "audit.search",
  input: auditSearchInput,
  authorize: { action: "audit.search", resource: ofOneBody },
  run: async (ctx, input) => {
    const rows = await ctx.db
      .select({
        ...shown,
        personId: auditEntry.personId,
        organization: {
          publicId: organization.publicId,
          nameZh: organization.nameZh,
          nameEn: organization.nameEn,
        },
      })
      .from(auditEntry)
      .innerJoin(auditLink, linked)
      .leftJoin(organization, eq(organization.id, auditEntry.organizationId))
      .where(
        and(
          input.organization
            ? eq(auditEntry.organizationId, await findOrganization(ctx, input.organization))
            : undefined,
          ...toConditions(input),
        ),
      )
      .orderBy(desc(auditEntry.id))
      .limit(input.limit + 1);
    return toPage(
      rows,
      input.limit,
      (row) => ["", row.id],
      // The random end of the id: the same person is the same pseudonym in every entry.
      ({ personId, ...row }) => ({ ...row, pseudonym: personId?.slice(-12) ?? null }),
    );
  },
});

/** The organization that is asked for; one that is not there has no entries. */
export async function findOrganization(ctx: Context, publicId: string): Promise<string> {
  const [row] = await ctx.db
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.publicId, publicId));
  return row?.id ?? "ffffffff-ffff-ffff-ffff-ffffffffffff";
}

const linked = and(eq(auditLink.kind, "audit"), eq(auditLink.entryId, auditEntry.id));

const shown = {
  id: auditEntry.id,
  at: auditEntry.at,
  number: auditLink.number,
  actorKind: auditEntry.actorKind,
  action: auditEntry.action,
  subjectKind: auditEntry.subjectKind,
  detail: auditEntry.detail,
};

function toConditions({ action, from, to, cursor }: Filter): (SQL | undefined)[] {
  const midnight = (day: string) => sql`(${day}::timestamp at time zone 'Asia/Shanghai')`;
  return [
    action ? sql`starts_with(${auditEntry.action}, ${action})` : undefined,
    from ? sql`${auditEntry.at} >= ${midnight(from)}` : undefined,
    to ? sql`${auditEntry.at} < ${midnight(to)} + interval '1 day'` : undefined,
    cursor ? lt(auditEntry.id, sql`${readKeyCursor(cursor)[1]}::uuid`) : undefined,
  ];
}
