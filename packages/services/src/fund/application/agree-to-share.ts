import { fundRefSchema } from "@lilink/contract";
import { fundPartner } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { and, eq, isNull } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { requireApplication } from "./read-application.ts";

/** A partner agrees to stand in an application with the share that is written there. [FU13] */
export const agreeToShare = defineMutation({
  name: "fund.agree",
  input: fundRefSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: async (ctx, { publicId }) => {
    const { id } = await requireApplication(ctx, publicId);
    const agreed = await ctx.db
      .update(fundPartner)
      .set({ agreedAt: ctx.now })
      .where(
        and(
          eq(fundPartner.applicationId, id),
          eq(fundPartner.organizationId, requireOwn(ctx)),
          isNull(fundPartner.agreedAt),
        ),
      )
      .returning({ share: fundPartner.share });
    if (agreed.length === 0) throw new LilinkError("NOT_FOUND");
    return { id };
  },
  audit: (_input, { id }) => ({ subjectKind: "fund_application", subjectId: id }),
});
