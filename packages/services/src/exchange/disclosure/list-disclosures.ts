import { pageInput } from "@lilink/contract";
import { disclosureRead, organization, posting, returnForm, returnRound } from "@lilink/db/schema";
import { and, desc, eq, sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";

/** Who read which confidential part of the own postings and returns, and when. The reading organization is named, never a person of it. */
export const listDisclosures = defineQuery({
  name: "disclosure.list",
  input: pageInput,
  authorize: { action: "disclosure.read", resource: ownOrganization },
  run: async (ctx, input) => {
    const after = input.cursor ? readKeyCursor(input.cursor) : null;
    const rows = await ctx.db
      .select({
        id: disclosureRead.id,
        at: disclosureRead.at,
        version: disclosureRead.version,
        level: disclosureRead.level,
        purpose: disclosureRead.purpose,
        posting: { publicId: posting.publicId, title: posting.title },
        return: { publicId: returnForm.publicId, period: returnRound.period, sheet: returnForm.sheet },
        reader: {
          publicId: organization.publicId,
          nameZh: organization.nameZh,
          nameEn: organization.nameEn,
          kind: organization.kind,
        },
      })
      .from(disclosureRead)
      .leftJoin(posting, eq(posting.id, disclosureRead.postingId))
      .leftJoin(returnForm, eq(returnForm.id, disclosureRead.formId))
      .leftJoin(returnRound, eq(returnRound.id, returnForm.roundId))
      .leftJoin(organization, eq(organization.id, disclosureRead.readerOrganizationId))
      .where(
        and(
          eq(disclosureRead.ownerOrganizationId, requireOwn(ctx)),
          after
            ? sql`(${disclosureRead.at}, ${disclosureRead.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(disclosureRead.at), desc(disclosureRead.id))
      .limit(input.limit + 1);
    return toPage(
      rows,
      input.limit,
      (row) => [row.at.toISOString(), row.id],
      (row) => row,
    );
  },
});
