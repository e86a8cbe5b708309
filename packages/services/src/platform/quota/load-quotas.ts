import { maxSavedSearches } from "@lilink/contract";
import type { RateClass, RateScope } from "@lilink/contract/config";
import * as shape from "@lilink/contract/rest";
import { apiKey, invitation, savedSearch, webhookEndpoint } from "@lilink/db/schema";
import { endOfShanghaiDay, toShanghaiDate } from "@lilink/model/calendar";
import { organizationOf, personOf } from "@lilink/model/policy";
import { and, count, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { mostOpen } from "../../bodies/invitation/invite-member.ts";
import { mostKeys } from "../../bodies/key/manage-keys.ts";
import { requireOwn } from "../../ground/actor/own.ts";
import { budgetsToStop, readingDayOf } from "../../ground/allowance/note-reading.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { mostEndpoints } from "../webhook/manage-endpoints.ts";
import { type Quota, toBucketQuota } from "./to-bucket-quota.ts";

/** The allowances that people ask about, the scarcest first; those of signing in belong to no organization. */
const shown = [
  "interest",
  "probe",
  "export",
  "search",
  "write",
  "read",
] as const satisfies readonly RateClass[];
const holders = ["organization", "person"] as const satisfies readonly RateScope[];

/** Every quota of the own organization and of the person: what is used, what is left, and when it renews. [RA13] */
export const loadQuotas = defineQuery({
  name: "quota.load",
  input: z.object({}),
  rest: { tag: "organizations", method: "GET", path: "/quotas", output: shape.quotas },
  authorize: { action: "quota.read" },
  run: async (ctx): Promise<{ readonly now: Date; readonly quotas: readonly Quota[] }> => ({
    now: ctx.now,
    quotas: [...(await readRates(ctx)), ...(await readReadings(ctx)), ...(await readPlaces(ctx))],
  }),
});

async function readRates(ctx: Context): Promise<Quota[]> {
  const ids = { organization: organizationOf(ctx.actor), person: personOf(ctx.actor) };
  const buckets = shown.flatMap((rate) =>
    holders.flatMap((scope) => {
      const limit = ctx.guard.limits[rate][scope];
      return limit && ids[scope] ? [{ rate, scope, ...limit, key: `${rate} ${scope} ${ids[scope]}` }] : [];
    }),
  );
  const column = <T>(of: (bucket: (typeof buckets)[number]) => T) => sql.param(buckets.map(of));
  const { rows } = await ctx.db.execute<{ tokens: number }>(
    sql`select tokens from app.own_tokens(${column(({ key }) => key)}::text[], ${column((one) => one.count)}::float8[],
      ${column(({ seconds }) => seconds)}::float8[], ${ctx.now.toISOString()}::timestamptz)`,
  );
  return buckets.map(({ rate, scope, ...limit }, index) => ({
    name: rate,
    of: scope,
    ...toBucketQuota(limit, rows[index]?.tokens ?? limit.count, ctx.now),
  }));
}

/** Different postings and organizations that were read today; at the budget officers are told, at four times reading ends. [RA5] */
async function readReadings(ctx: Context): Promise<Quota[]> {
  const budget = ctx.guard.limits.reading.organization;
  if (!budget) return [];
  const { rows } = await ctx.db.execute<{ kind: "posting" | "organization"; n: number }>(
    sql`select kind, n from app.own_readings(${readingDayOf(ctx.now)}::date)`,
  );
  return (["posting", "organization"] as const).map((kind) => ({
    name: kind === "posting" ? ("readPostings" as const) : ("readOrganizations" as const),
    of: "organization" as const,
    used: rows.find((row) => row.kind === kind)?.n ?? 0,
    most: budget.count * budgetsToStop,
    noticed: budget.count,
    seconds: 86_400,
    renewsAt: endOfShanghaiDay(toShanghaiDate(ctx.now)),
  }));
}

/** What is stored, and what is open at once: it is free again when something of it ends. Keys and the like are told to administrators. [RA7] */
async function readPlaces(ctx: Context): Promise<Quota[]> {
  const own = requireOwn(ctx);
  const { rows } = await ctx.db.execute<{ bytes: number }>(sql`select app.stored_bytes()::float8 as bytes`);
  const place = (
    name: Quota["name"],
    used: number,
    most: number,
    of: Quota["of"] = "organization",
  ): Quota => ({
    ...{ name, of, used, most },
    seconds: null,
    renewsAt: null,
  });
  const common = [place("storage", rows[0]?.bytes ?? 0, ctx.guard.storageQuota)];
  // A program has no searches of its own.
  if (ctx.actor.kind !== "member") return common;
  common.push(place("searches", await ctx.db.$count(savedSearch), maxSavedSearches, "person"));
  if (ctx.actor.role !== "admin") return common;
  const [keys] = await ctx.db
    .select({ n: count() })
    .from(apiKey)
    .where(and(eq(apiKey.organizationId, own), isNull(apiKey.revokedAt)));
  const [endpoints] = await ctx.db
    .select({ n: count() })
    .from(webhookEndpoint)
    .where(eq(webhookEndpoint.organizationId, own));
  const [invitations] = await ctx.db
    .select({ n: count() })
    .from(invitation)
    .where(
      and(
        eq(invitation.organizationId, own),
        isNull(invitation.acceptedAt),
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, ctx.now),
      ),
    );
  return [
    ...common,
    place("keys", keys?.n ?? 0, mostKeys),
    place("webhooks", endpoints?.n ?? 0, mostEndpoints),
    place("invitations", invitations?.n ?? 0, mostOpen),
  ];
}
