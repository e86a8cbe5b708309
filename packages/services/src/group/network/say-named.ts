import { networkConsentSchema } from "@lilink/contract";
import { networkConsent } from "@lilink/db/schema";
import { personOf } from "@lilink/model/policy";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";

/** Lets officers read the own name in the network, or no longer; it holds from the next request on. [NW5] */
export const sayNamed = defineMutation({
  name: "network.name",
  input: networkConsentSchema,
  authorize: { action: "network.name", resource: ownOrganization },
  run: async (ctx, { named }) => {
    const organizationId = requireOwn(ctx);
    const said = { named, saidBy: personOf(ctx.actor), saidAt: ctx.now };
    await ctx.db
      .insert(networkConsent)
      .values({ organizationId, ...said })
      .onConflictDoUpdate({ target: networkConsent.organizationId, set: said });
    return { id: organizationId, named };
  },
  audit: (_input, { id, named }) => ({ subjectKind: "organization", subjectId: id, detail: { yes: named } }),
});
