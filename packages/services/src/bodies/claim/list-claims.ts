import { pageInput } from "@lilink/contract";
import { attachment, claim, organization, organizationProfile, person } from "@lilink/db/schema";
import { claimMachine } from "@lilink/model/organization";
import { oddLetters } from "@lilink/model/text";
import { and, asc, desc, eq, gt, inArray, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { listBarred } from "../../ground/actor/barred.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";
import { alikeBodies } from "../organization/find-alike.ts";

/** The officers' queue: open claims oldest first, the decided ones newest first, or those whose approval can be undone, each with its proofs. */
export const listClaims = defineQuery({
  name: "claim.list",
  input: pageInput.extend({ state: z.enum(["open", "decided", "undoable"]).default("open") }),
  authorize: { action: "organization.decide" },
  run: async (ctx, input) => {
    const open = input.state === "open";
    const undoable = and(
      eq(claim.state, "approved"),
      eq(organization.status, "verified"),
      gt(organization.membersFrom, ctx.now),
    );
    const asked = {
      open: eq(claim.state, claimMachine.start),
      decided: ne(claim.state, claimMachine.start),
      undoable,
    };
    const after = input.cursor ? readKeyCursor(input.cursor) : null;
    const compare = open ? sql`>` : sql`<`;
    const holder = sql`(select o.name_zh from ${organizationProfile} p join ${organization} o on o.id = p.organization_id
      where p.code = ${claim.code} and p.organization_id <> ${claim.organizationId})`;
    const rows = await ctx.db
      .select({
        id: claim.id,
        publicId: claim.publicId,
        organizationId: claim.organizationId,
        state: claim.state,
        codeScheme: claim.codeScheme,
        code: claim.code,
        codeFlags: claim.codeFlags,
        statement: claim.statement,
        decisionReason: claim.decisionReason,
        decidedAt: claim.decidedAt,
        createdAt: claim.createdAt,
        undoableUntil: sql<Date | null>`case when ${undoable} then ${organization.membersFrom} end`.mapWith(
          organization.membersFrom,
        ),
        /** The organization that holds this code already; told to officers alone. */
        codeHolder: sql<string | null>`${holder}`,
        /** Other bodies whose names look like this one's, whatever their status. [OR12] */
        alike: alikeBodies(sql`${organization.nameLooks}`, sql`${organization.id}`),
        organization: {
          publicId: organization.publicId,
          nameZh: organization.nameZh,
          nameEn: organization.nameEn,
          kind: organization.kind,
          status: organization.status,
          country: organization.country,
          province: organization.province,
          links: organization.links,
        },
        claimant: { name: person.name, email: person.email },
      })
      .from(claim)
      .innerJoin(organization, eq(organization.id, claim.organizationId))
      .innerJoin(person, eq(person.id, claim.personId))
      .where(
        and(
          asked[input.state],
          after
            ? sql`(${claim.createdAt}, ${claim.publicId}) ${compare} (${after[0]}::timestamptz, ${after[1]})`
            : undefined,
        ),
      )
      .orderBy(
        ...(open
          ? [asc(claim.createdAt), asc(claim.publicId)]
          : [desc(claim.createdAt), desc(claim.publicId)]),
      )
      .limit(input.limit + 1);
    const files = await ctx.db
      .select({
        claimId: attachment.claimId,
        publicId: attachment.publicId,
        name: attachment.name,
        size: attachment.size,
      })
      .from(attachment)
      .where(
        inArray(
          attachment.claimId,
          rows.map((row) => row.id),
        ),
      )
      .orderBy(asc(attachment.createdAt));
    const barred = await listBarred(ctx);
    return toPage(
      rows,
      input.limit,
      (row) => [row.createdAt.toISOString(), row.publicId],
      ({ id, organizationId, ...row }) => ({
        ...row,
        /** Until when this officer can undo its approval; null where that is over or for others. [OR16] */
        undoableUntil: barred.has(organizationId) ? null : row.undoableUntil,
        oddLetters: oddLetters(`${row.organization.nameZh}${row.organization.nameEn ?? ""}`),
        conflict: barred.has(organizationId),
        proofs: files.filter((file) => file.claimId === id).map(({ claimId: _claim, ...file }) => file),
      }),
    );
  },
});
