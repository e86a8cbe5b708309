import { jobPayloads } from "@lilink/contract";
import { organization, organizationProfile, posting, postingPart, postingVersion } from "@lilink/db/schema";
import { wallKeysOf } from "@lilink/model/posting";
import { and, eq, inArray } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";

/**
 * After a profile or a group has changed: computes the walls of the organization's postings anew and has the live ones
 * matched again, for the change moves what it may read of others and others of it ([PO6]).
 */
export const rewallOrganization = defineMutation({
  name: "organization.rewall",
  input: jobPayloads["organization.rewall"],
  authorize: { action: "organization.rewall" },
  run: async (ctx, { organizationId }) => {
    const [owner] = await ctx.db
      .select({ links: organization.links, offers: organizationProfile.offers })
      .from(organization)
      .leftJoin(organizationProfile, eq(organizationProfile.organizationId, organization.id))
      .where(eq(organization.id, organizationId));
    if (!owner) return { postings: 0 };
    const versions = await ctx.db
      .selectDistinct({
        id: posting.id,
        kind: posting.kind,
        state: posting.state,
        version: postingVersion.version,
        content: postingVersion.content,
      })
      .from(postingPart)
      .innerJoin(posting, eq(posting.id, postingPart.postingId))
      .innerJoin(
        postingVersion,
        and(eq(postingVersion.postingId, posting.id), eq(postingVersion.version, postingPart.version)),
      )
      .where(
        and(
          eq(posting.organizationId, organizationId),
          inArray(postingPart.state, ["live", "review", "ended"]),
        ),
      );
    for (const { id, kind, version, content } of versions) {
      const concepts = [content.concept, ...(content.concepts ?? [])];
      const wallKeys = wallKeysOf(kind, concepts, { links: owner.links, offers: owner.offers ?? [] });
      await ctx.db
        .update(postingPart)
        .set({ wallKeys })
        .where(and(eq(postingPart.postingId, id), eq(postingPart.version, version)));
    }
    const live = new Set(versions.filter(({ state }) => state === "published").map(({ id }) => id));
    for (const postingId of live) await ctx.enqueue("posting.match", { postingId });
    return { postings: live.size };
  },
  audit: (input, output) => ({
    subjectKind: "organization",
    subjectId: input.organizationId,
    detail: { postings: output.postings },
  }),
});
