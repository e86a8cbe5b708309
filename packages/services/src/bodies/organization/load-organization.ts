import { publicIdSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { claim, organization, organizationGroup, organizationProfile } from "@lilink/db/schema";
import { startOfShanghaiDay, toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import { isOfficer, organizationOf, personOf } from "@lilink/model/policy";
import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { listBarred } from "../../ground/actor/barred.ts";
import { noteReading } from "../../ground/allowance/note-reading.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { directoryColumns } from "./list-organizations.ts";
import { nextStatuses } from "./set-status.ts";

/** A directory entry; what an organization keeps beyond it is for itself and for officers who may decide on it. */
export const loadOrganization = defineQuery({
  name: "organization.load",
  input: z.object({ publicId: publicIdSchema }),
  rest: {
    tag: "organizations",
    method: "GET",
    path: "/organizations/{publicId}",
    open: true,
    output: shape.organization,
  },
  authorize: { action: "organization.browse" },
  run: async (ctx, input) => {
    const mergedInto = await findMergedInto(ctx, input.publicId);
    // A record that was merged answers with the one that stayed; officers read it as it was.
    const row =
      (await findEntry(ctx, input.publicId)) ?? (mergedInto ? await findEntry(ctx, mergedInto) : undefined);
    if (!row) throw new LilinkError("NOT_FOUND");
    const { id, namePinyin: _pinyin, ...entry } = row;
    const own = id === organizationOf(ctx.actor);
    if (!own) await noteReading(ctx, "organization", id);
    const barred = isOfficer(ctx.actor) ? await listBarred(ctx) : new Set();
    return {
      ...entry,
      mergedInto: mergedInto === row.publicId ? null : mergedInto,
      own,
      nextStatuses: barred.has(id) ? [] : nextStatuses(ctx, row),
      profile: own || (isOfficer(ctx.actor) && !barred.has(id)) ? await loadProfile(ctx, id) : null,
      claim: await findOwnClaim(ctx, id),
      answers: await readAnswerHabit(ctx, id),
      seen: own ? await countSeen(ctx, id) : null,
    };
  },
});

const entryColumns = {
  ...directoryColumns,
  description: organization.description,
  website: organization.website,
  updatedAt: organization.updatedAt,
};

async function findEntry(ctx: Context, publicId: string) {
  const [row] = await ctx.db
    .select(entryColumns)
    .from(organization)
    .where(eq(organization.publicId, publicId));
  return row;
}

/** The record into which another was merged, so that old addresses lead on. [BD4] */
async function findMergedInto(ctx: Context, publicId: string): Promise<string | null> {
  const { rows } = await ctx.db.execute<{ into: string | null }>(
    sql`select app.merged_into(${publicId}) as into`,
  );
  return rows[0]?.into ?? null;
}

/** The profile of the organization acted for, as its settings page edits it. */
export const loadOwnOrganization = defineQuery({
  name: "organization.loadOwn",
  input: z.object({}).default({}),
  authorize: { action: "member.list", resource: (ctx) => ({ owner: organizationOf(ctx.actor) !== null }) },
  run: async (ctx) => {
    const id = organizationOf(ctx.actor) ?? "";
    const [row] = await ctx.db.select(entryColumns).from(organization).where(eq(organization.id, id));
    if (!row) throw new LilinkError("NOT_FOUND");
    const { id: _id, namePinyin: _pinyin, ...entry } = row;
    return { ...entry, profile: await loadProfile(ctx, id) };
  },
});

/**
 * How quickly an organization answers and how often, in bands, for verified members: twelve months up to the start of this month, so
 * that no single request shows. `days`: the median is within so many, 99 beyond ten. [OR13]
 */
export type AnswerHabit = {
  readonly share: "nearlyAll" | "most" | "some" | "few";
  readonly days: 2 | 5 | 10 | 99 | null;
  readonly until: Date;
};

async function readAnswerHabit(ctx: Context, organizationId: string): Promise<AnswerHabit | null> {
  if (ctx.actor.kind === "anonymous") return null;
  const until = startOfShanghaiDay(`${toShanghaiDate(ctx.now).slice(0, 7)}-01`);
  const { rows } = await ctx.db.execute<{ habit: Omit<AnswerHabit, "until"> | null }>(
    sql`select app.answer_habit(${organizationId}, ${until.toISOString()}::timestamptz) as habit`,
  );
  const habit = rows[0]?.habit;
  return habit ? { ...habit, until } : null;
}

/** Of an organization's live postings, how many show its name to everyone, and how many to verified members. */
async function countSeen(ctx: Context, organizationId: string) {
  const { rows } = await ctx.db.execute<{ live: number; everyone: number; member: number }>(sql`
    select count(*)::int as live, count(*) filter (where 'everyone' = any (named))::int as everyone,
      count(*) filter (where named && array['everyone', 'member']::text[])::int as member
    from (select p.posting_id, coalesce(array_agg(p.level::text) filter (where p.fields ? 'identity'), '{}'::text[]) as named
      from posting_part p join posting o on o.id = p.posting_id where o.organization_id = ${organizationId} and p.state = 'live'
        and p.valid_until > ${ctx.now.toISOString()}::timestamptz group by p.posting_id) one`);
  return rows[0] ?? { live: 0, everyone: 0, member: 0 };
}

async function loadProfile(ctx: Context, organizationId: string) {
  const [profile] = await ctx.db
    .select({
      codeScheme: organizationProfile.codeScheme,
      code: organizationProfile.code,
      codeFlags: organizationProfile.codeFlags,
      contactName: organizationProfile.contactName,
      contactEmail: organizationProfile.contactEmail,
      contactPhone: organizationProfile.contactPhone,
      size: organizationProfile.size,
      offers: organizationProfile.offers,
      needs: organizationProfile.needs,
      // Row security gives the group to officers alone.
      group: {
        publicId: organizationGroup.publicId,
        nameZh: organizationGroup.name,
        nameEn: organizationGroup.nameEn,
      },
    })
    .from(organizationProfile)
    .leftJoin(organizationGroup, eq(organizationGroup.id, organizationProfile.groupId))
    .where(eq(organizationProfile.organizationId, organizationId));
  return profile ?? null;
}

async function findOwnClaim(ctx: Context, organizationId: string) {
  const personId = personOf(ctx.actor);
  if (!personId) return null;
  const [own] = await ctx.db
    .select({ publicId: claim.publicId, state: claim.state, decisionReason: claim.decisionReason })
    .from(claim)
    .where(and(eq(claim.organizationId, organizationId), eq(claim.personId, personId)))
    .orderBy(desc(claim.createdAt))
    .limit(1);
  return own ?? null;
}
