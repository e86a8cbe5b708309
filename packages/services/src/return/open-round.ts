import { openRoundSchema, roundRefSchema } from "@lilink/contract";
import { organization, organizationProfile, returnForm, returnRound } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import type { LinkId } from "@lilink/model/chain";
import { LilinkError } from "@lilink/model/error";
import { type Definition, listOwedSheets } from "@lilink/model/goals/definition";
import { personOf } from "@lilink/model/policy";
import { type Period, parsePeriod, returnDueAt } from "@lilink/model/return";
import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { defineMutation } from "../kernel/define.ts";
import { definitionsInForce } from "../release/definitions-in-force.ts";

type NewForm = typeof returnForm.$inferInsert;

/** So many forms go into one statement. */
const batch = 500;

/** Opens a period: every verified organization gets the sheets that it owes, and is told once ([RT5]). */
export const openRound = defineMutation({
  name: "return.openRound",
  input: openRoundSchema,
  authorize: { action: "return.open" },
  run: async (ctx, input) => {
    const period = parsePeriod(input.period);
    if (!period) throw new LilinkError("INVALID_INPUT", {}, [{ field: "period", rule: "badFormat" }]);
    const today = toShanghaiDate(ctx.now);
    if (period.firstDay > today)
      throw new LilinkError("INVALID_INPUT", {}, [
        { field: "period", rule: "dateTooFar", params: { max: today } },
      ]);
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    const dueAt = returnDueAt(period, input.workingDays);
    await ctx.db.insert(returnRound).values({
      id,
      publicId,
      period: period.id,
      frequency: period.frequency,
      opensAt: ctx.now,
      dueAt,
      openedBy: personOf(ctx.actor),
      createdAt: ctx.now,
    });
    const forms = await listForms(ctx, id, period);
    for (let at = 0; at < forms.length; at += batch)
      await ctx.db.insert(returnForm).values(forms.slice(at, at + batch));
    await ctx.enqueueAll(
      "notice.deliver",
      [...new Set(forms.map(({ organizationId }) => organizationId))].map((organizationId) => ({
        kind: "return.opened" as const,
        causeKey: id,
        path: "/returns",
        params: { title: period.id },
        organizationId,
      })),
    );
    return { id, publicId, dueAt, forms: forms.length };
  },
  audit: (input, output) => ({
    subjectKind: "return_round",
    subjectId: output.id,
    detail: { period: input.period, forms: output.forms },
  }),
});

/** Ends a round: what comes later still counts, as late, in the next release. */
export const closeRound = defineMutation({
  name: "return.closeRound",
  input: roundRefSchema,
  authorize: { action: "return.open" },
  run: async (ctx, input) => {
    const [closed] = await ctx.db
      .update(returnRound)
      .set({ closedAt: ctx.now })
      .where(and(eq(returnRound.publicId, input.round), isNull(returnRound.closedAt)))
      .returning({ id: returnRound.id });
    if (closed) return { id: closed.id };
    const [known] = await ctx.db
      .select({ id: returnRound.id })
      .from(returnRound)
      .where(eq(returnRound.publicId, input.round));
    throw new LilinkError(known ? "WRONG_STATE" : "NOT_FOUND", known ? { state: "closed" } : {});
  },
  audit: (_input, output) => ({ subjectKind: "return_round", subjectId: output.id }),
});

async function listForms(ctx: Context, roundId: string, period: Period): Promise<NewForm[]> {
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
    })
    .from(organization)
    .leftJoin(organizationProfile, eq(organizationProfile.organizationId, organization.id))
    .where(eq(organization.status, "verified"));
  return bodies.flatMap(({ id, kind, links, province, groupId }) =>
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
      state: "open" as const,
      updatedAt: ctx.now,
    })),
  );
}

function listSheets(definitions: readonly Definition[], reporter: Parameters<typeof listOwedSheets>[1]) {
  return listOwedSheets(definitions, reporter).filter(({ components }) => components.length > 0);
}
