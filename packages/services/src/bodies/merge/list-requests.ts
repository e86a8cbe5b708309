import { mergeRequestsSchema } from "@lilink/contract";
import { mergeConsent, mergeRequest, organization } from "@lilink/db/schema";
import { can } from "@lilink/model/policy";
import { and, asc, eq, gte, inArray, isNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { requireOwn } from "../../ground/actor/own.ts";
import { defineQuery } from "../../kernel/define.ts";

const merged = alias(organization, "merged");
const into = alias(organization, "into_body");
const mostShown = 50;

/** Requests for consent that stand, with who signed: all for officers, those of the own body for its people. [BD8] */
export const listMergeRequests = defineQuery({
  name: "body.requests",
  input: mergeRequestsSchema,
  authorize: { action: "desk.read" },
  run: async (ctx, input) => {
    const own = can(ctx.actor, "organization.decide") && !input.organization ? null : requireOwn(ctx);
    const rows = await ctx.db
      .select({
        id: mergeRequest.id,
        publicId: mergeRequest.publicId,
        merged: { id: merged.id, publicId: merged.publicId, nameZh: merged.nameZh, nameEn: merged.nameEn },
        into: { id: into.id, publicId: into.publicId, nameZh: into.nameZh, nameEn: into.nameEn },
        reason: mergeRequest.reason,
        askedAt: mergeRequest.askedAt,
        dueAt: mergeRequest.dueAt,
      })
      .from(mergeRequest)
      .innerJoin(merged, eq(merged.id, mergeRequest.mergedId))
      .innerJoin(into, eq(into.id, mergeRequest.intoId))
      .where(
        and(
          isNull(mergeRequest.ending),
          gte(mergeRequest.dueAt, ctx.now),
          own === null ? undefined : or(eq(mergeRequest.mergedId, own), eq(mergeRequest.intoId, own)),
        ),
      )
      .orderBy(asc(mergeRequest.dueAt))
      .limit(mostShown);
    const consents =
      rows.length === 0
        ? []
        : await ctx.db
            .select({ requestId: mergeConsent.requestId, organizationId: mergeConsent.organizationId })
            .from(mergeConsent)
            .where(
              and(
                inArray(
                  mergeConsent.requestId,
                  rows.map(({ id }) => id),
                ),
                isNull(mergeConsent.takenBackAt),
              ),
            );
    return rows.map(({ id, merged: { id: mergedId, ...gone }, into: { id: intoId, ...stays }, ...row }) => {
      const isBy = (organizationId: string) =>
        consents.some((one) => one.requestId === id && one.organizationId === organizationId);
      return {
        ...row,
        merged: { ...gone, signed: isBy(mergedId) },
        into: { ...stays, signed: isBy(intoId) },
        ownSigned: own !== null && isBy(own),
      };
    });
  },
});
