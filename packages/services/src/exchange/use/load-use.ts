import { postingRefSchema } from "@lilink/contract";
import { organization, postingUseAcceptance } from "@lilink/db/schema";
import { desc, eq } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { findUse } from "./find-use.ts";

/** The terms of a posting: to its author with who accepted them, to a reader with whether the own organization did. [US5] */
export const loadUse = defineQuery({
  name: "use.load",
  input: postingRefSchema,
  authorize: { action: "posting.browse" },
  run: async (ctx, { publicId }) => {
    const found = await findUse(ctx, publicId);
    if (!found) return null;
    const accepted = found.isOwn
      ? await ctx.db
          .select({
            organization: {
              publicId: organization.publicId,
              nameZh: organization.nameZh,
              nameEn: organization.nameEn,
            },
            version: postingUseAcceptance.version,
            acceptedAt: postingUseAcceptance.acceptedAt,
            agreement: postingUseAcceptance.agreement,
          })
          .from(postingUseAcceptance)
          .innerJoin(organization, eq(organization.id, postingUseAcceptance.organizationId))
          .where(eq(postingUseAcceptance.postingId, found.postingId))
          .orderBy(desc(postingUseAcceptance.acceptedAt))
          .limit(200)
      : [];
    return { isOwn: found.isOwn, terms: found.terms, acceptedAt: found.acceptedAt, accepted };
  },
});
