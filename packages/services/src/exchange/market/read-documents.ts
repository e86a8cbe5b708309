import { postingPart } from "@lilink/db/schema";
import type { MatchDocument } from "@lilink/model/matching";
import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { openRelation, toMatchDocument, toStoredPostings } from "./to-match-document.ts";

/** A posting as this reader receives it, and the part of that which every verified member receives too. */
export type ReadDocument = { readonly whole: MatchDocument; readonly open: MatchDocument };

/** Live postings ready to be judged, in the order asked for; row security decides what arrives of each. */
export async function readDocuments(
  ctx: Context,
  ids: readonly string[],
): Promise<(ReadDocument | undefined)[]> {
  const found = await readStored(ctx, ids);
  return found.map(
    // What arrived is what the reader may read, so that nothing more is taken away for the whole.
    (one) => one && { whole: toMatchDocument(one, "owner"), open: toMatchDocument(one, openRelation(one)) },
  );
}

/** The same where only what every verified member receives is judged: narrower parts are not read. */
export async function readOpenDocuments(
  ctx: Context,
  ids: readonly string[],
): Promise<(MatchDocument | undefined)[]> {
  const wide = and(inArray(postingPart.level, ["everyone", "member"]), eq(postingPart.walled, false));
  const found = await readStored(ctx, ids, wide);
  return found.map((one) => one && toMatchDocument(one, openRelation(one)));
}

async function readStored(ctx: Context, ids: readonly string[], where?: SQL) {
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
    .where(and(inArray(postingPart.postingId, [...ids]), eq(postingPart.state, "live"), where))
    .orderBy(postingPart.level, postingPart.walled);
  // Whose it is and behind which wall it stands play no part here: row security has decided already.
  const stored = toStoredPostings(rows.map((row) => ({ ...row, organizationId: "", wallKeys: [] })));
  const found = new Map(stored.map((one) => [one.id, one]));
  return ids.map((id) => found.get(id));
}
