import { organization, organizationProfile, returnForm, returnRound } from "@lilink/db/schema";
import type { LinkId } from "@lilink/model/chain";
import { type Definition, listOwedSheets } from "@lilink/model/goals/definition";
import { type Period, parsePeriod, returnMachine } from "@lilink/model/return";
import { and, eq, gte, isNull, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { definitionsInForce } from "../definition/definitions-in-force.ts";

type NewForm = typeof returnForm.$inferInsert;
type OpenRound = { readonly id: string; readonly period: Period };

/** So many forms go into one statement. */
const batch = 500;

/** Gives each verified organization, or one, the sheets of a round that it owes and does not have, and tells its people ([RT5]). */
export async function giveForms(ctx: Context, round: OpenRound, organizationId?: string): Promise<number> {
  await waitForTurn(ctx);
  const forms = await listForms(ctx, round, organizationId);
  const told = new Set<string>();
  let given = 0;
  for (let at = 0; at < forms.length; at += batch) {
    const added = await ctx.db
      .insert(returnForm)
      .values(forms.slice(at, at + batch))
      .onConflictDoNothing()
      .returning({ organizationId: returnForm.organizationId });
    given += added.length;
    for (const one of added) told.add(one.organizationId);
  }
  await ctx.enqueueAll(
    "notice.deliver",
    [...told].map((one) => ({
      kind: "return.opened" as const,
      causeKey: round.id,
      path: "/returns",
      params: { title: round.period.id },
      organizationId: one,
    })),
  );
  return given;
}

/** What an organization owes that is verified while rounds are open and not yet due ([RT5]). */
export async function joinOpenRounds(ctx: Context, organizationId: string): Promise<void> {
  await waitForTurn(ctx);
  const rounds = await ctx.db
    .select({ id: returnRound.id, period: returnRound.period })
    .from(returnRound)
    .where(and(isNull(returnRound.closedAt), gte(returnRound.dueAt, ctx.now)))
    .orderBy(returnRound.dueAt);
  for (const { id, period: written } of rounds) {
    const period = parsePeriod(written);
    if (period) await giveForms(ctx, { id, period }, organizationId);
  }
}

/** A round that opens while an organization is verified sees it, or is seen: they come one after the other. */
async function waitForTurn(ctx: Context): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('return.open'))`);
}

async function listForms(
  ctx: Context,
  { id: roundId, period }: OpenRound,
  organizationId?: string,
): Promise<NewForm[]> {
  const all = await definitionsInForce(ctx, period.id);
  const definitions = all.filter(({ frequency }) => frequency === period.frequency);
  const versions = new Map(definitions.map(({ indicator, version }) => [indicator, version]));
  const bodies = await ctx.db
    .select({
      id: organization.id,
      kind: organization.kind,
      links: organization.links,
      province: organization.province,
      groupId: organizationProfile.groupId,
      size: organizationProfile.size,
    })
    .from(organization)
    .leftJoin(organizationProfile, eq(organizationProfile.organizationId, organization.id))
    .where(
      and(
        eq(organization.status, "verified"),
        organizationId === undefined ? undefined : eq(organization.id, organizationId),
      ),
    );
  return bodies.flatMap(({ id, kind, links, province, groupId, size }) =>
    listSheets(definitions, { kind, links: links as LinkId[] }).map(({ sheet, indicators, components }) => ({
      id: ctx.newId(),
      publicId: ctx.newPublicId(),
      roundId,
      organizationId: id,
      sheet,
      definitions: Object.fromEntries(indicators.map((one) => [one, versions.get(one) ?? 1])),
      components: components.map(({ code }) => code),
      province,
      groupId,
      size,
      state: returnMachine.start,
      updatedAt: ctx.now,
    })),
  );
}

function listSheets(definitions: readonly Definition[], reporter: Parameters<typeof listOwedSheets>[1]) {
  return listOwedSheets(definitions, reporter).filter(({ components }) => components.length > 0);
}
