import { posting, postingPart } from "@lilink/db/schema";
import { familyOf, loadConcept } from "@lilink/model/chain";
import { kindsThatMeet } from "@lilink/model/matching";
import type { PostingKind } from "@lilink/model/posting";
import { and, asc, desc, eq, gt, inArray, notInArray, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { type StoredPosting, toStoredPostings } from "../market/to-match-document.ts";

const retrieved = 150;

export type Asking = {
  readonly concept: string;
  readonly kind: PostingKind;
  readonly organizationId: string;
};

/** Live postings of others that could answer, those on the concept and its family first, as everyone reads them. */
export async function readOpenOnes(
  ctx: Context,
  own: Asking,
): Promise<{ readonly publicId: string; readonly posting: StoredPosting }[]> {
  const family = [own.concept, ...familyOf(own.concept)];
  const rows = await ctx.db
    .select({
      id: postingPart.postingId,
      publicId: postingPart.publicId,
      version: postingPart.version,
      kind: postingPart.kind,
      concept: postingPart.concept,
      language: postingPart.language,
      validUntil: postingPart.validUntil,
      level: postingPart.level,
      walled: postingPart.walled,
      fields: postingPart.fields,
    })
    .from(postingPart)
    .where(
      and(
        eq(postingPart.state, "live"),
        eq(postingPart.level, "everyone"),
        eq(postingPart.walled, false),
        gt(postingPart.validUntil, ctx.now),
        notInArray(
          postingPart.postingId,
          ctx.db
            .select({ id: posting.id })
            .from(posting)
            .where(eq(posting.organizationId, own.organizationId)),
        ),
        inArray(postingPart.kind, [...kindsThatMeet(own.kind)]),
      ),
    )
    .orderBy(
      desc(inArray(postingPart.concept, family)),
      desc(sql`${postingPart.link} = ${loadConcept(own.concept).link}`),
      asc(postingPart.publicId),
    )
    .limit(retrieved);
  return rows.flatMap(({ publicId, ...part }) =>
    // Whose it is plays no part: its own are left out already, and a visitor stands behind no wall.
    toStoredPostings([{ ...part, organizationId: "", wallKeys: [], useVersion: null }]).map((stored) => ({
      publicId,
      posting: stored,
    })),
  );
}
