import { postingPart } from "@lilink/db/schema";
import type { MatchDocument } from "@lilink/model/matching";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { openRelation, toMatchDocument, toStoredPostings } from "./to-match-document.ts";

/** A posting as this reader receives it, and the part of that which every verified member receives too. */
export type ReadDocument = { readonly whole: MatchDocument; readonly open: MatchDocument };

/** Live postings ready to be judged, in the order asked for; row security decides what arrives of each. */
export async function readDocuments(
  ctx: Context,
  ids: readonly string[],
): Promise<(ReadDocument | undefined)[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select({
      id: postingPart.postingId,
      version: postingPart.version,
      kind: postingPart.kind,
      concept: postingPart.concept,
      language: postingPart.language,
      useVersion: postingPart.useVersion,
      validUntil: postingPart.validUntil,
      level: postingPart.level,
      walled: postingPart.walled,
      fields: postingPart.fields,
    })
    .from(postingPart)
    .where(and(inArray(postingPart.postingId, [...ids]), eq(postingPart.state, "live")))
    .orderBy(postingPart.level, postingPart.walled);
  // Whose it is and behind which wall it stands play no part here: row security has decided already.
  const stored = toStoredPostings(rows.map((row) => ({ ...row, organizationId: "", wallKeys: [] })));
  const found = new Map(stored.map((one) => [one.id, one]));
  return ids.map((id) => {
    const one = found.get(id);
    // What arrived is what the reader may read, so that nothing more is taken away for the whole.
    return one && { whole: toMatchDocument(one, "owner"), open: toMatchDocument(one, openRelation(one)) };
  });
}
