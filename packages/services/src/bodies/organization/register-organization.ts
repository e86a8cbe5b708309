import { organizationRegistrationSchema } from "@lilink/contract";
import { pinyinOf } from "@lilink/engine/text";
import { toInputError } from "@lilink/model/error";
import { isMarkedFictional } from "@lilink/model/organization";
import { sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { requireRoom, tellOfficers } from "./claim-organization.ts";
import { findAlike, looksOf } from "./find-alike.ts";

/**
 * Registers a body that the directory does not hold: pending and unseen by others until an officer approves its claim.
 * Whether another body holds the same code is not told; a name like one of the public directory is. [OR12]
 */
export const registerOrganization = defineMutation({
  name: "organization.register",
  input: organizationRegistrationSchema,
  rate: "register",
  authorize: { action: "organization.register" },
  run: async (ctx, input) => {
    if (input.codeScheme === "uscc" && input.country !== "CN") {
      throw toInputError([{ field: "codeScheme", rule: "notInList" }]);
    }
    if (isMarkedFictional(input.nameZh)) throw toInputError([{ field: "nameZh", rule: "badFormat" }]);
    await requireRoom(ctx);
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    const claimId = ctx.newId();
    const claimPublicId = ctx.newPublicId();
    const data = { ...input, namePinyin: Object.values(pinyinOf(input.nameZh)).join(" ") };
    await ctx.db.execute(sql`select app.register_organization(${id}::uuid, ${publicId}, ${claimId}::uuid, ${claimPublicId},
      ${JSON.stringify(data)}::jsonb, array(select jsonb_array_elements_text(${JSON.stringify(input.codeFlags)}::jsonb)),
      ${ctx.now.toISOString()}::timestamptz)`);
    await tellOfficers(ctx, claimId, input.nameZh);
    const alike = await findAlike(ctx, looksOf(input.nameZh, input.nameEn), sql`${id}::uuid`);
    return { id, publicId, claim: claimPublicId, needsProof: input.codeFlags.length > 0, alike };
  },
  audit: (_input, output) => ({ subjectKind: "organization", subjectId: output.id }),
});
