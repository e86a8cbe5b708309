import { postingPart } from "@lilink/db/schema";
import {
  type DisclosureLevel,
  mergeParts,
  type PostingKind,
  type PostingPartFields,
} from "@lilink/model/posting";
import { and, inArray, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** A posting as this reader receives it: the merge of the parts that row security let through. */
export type PostingReading = {
  readonly id: string;
  readonly publicId: string;
  readonly version: number;
  readonly state: PartState;
  readonly kind: PostingKind;
  readonly concept: string;
  readonly link: string;
  readonly language: string;
  readonly publishedAt: Date | null;
  readonly validUntil: Date | null;
  readonly fields: PostingPartFields;
  /** The narrowest level that arrived; `partner` or `own` means that a confidential part was read. */
  readonly levels: readonly DisclosureLevel[];
  /** The version of the terms under which more opens; null without terms. [US1] */
  readonly useVersion: number | null;
};

/** A reading as it leaves: ids of the inside carry the time at which a draft was begun, and terms are told in words. */
export type OpenReading = Omit<PostingReading, "id" | "useVersion">;

export function toOpenReading({ id: _inside, useVersion: _terms, ...open }: PostingReading): OpenReading {
  return open;
}

type PartState = (typeof postingPart.$inferSelect)["state"];

/** Reads postings part by part, in one query, in the order asked for. A posting of which nothing arrives is left out. */
export async function readParts(
  ctx: Context,
  ids: readonly string[],
  states: readonly PartState[],
): Promise<PostingReading[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select({
      postingId: postingPart.postingId,
      publicId: postingPart.publicId,
      version: postingPart.version,
      state: postingPart.state,
      level: postingPart.level,
      kind: postingPart.kind,
      concept: postingPart.concept,
      link: postingPart.link,
      language: postingPart.language,
      publishedAt: postingPart.publishedAt,
      validUntil: postingPart.validUntil,
      fields: postingPart.fields,
      useVersion: postingPart.useVersion,
    })
    .from(postingPart)
    .where(and(inArray(postingPart.postingId, [...ids]), inArray(postingPart.state, [...states])))
    .orderBy(sql`${postingPart.version} desc, ${postingPart.level}, ${postingPart.walled}`);
  const byPosting = new Map<string, typeof rows>();
  for (const row of rows) {
    const parts = byPosting.get(row.postingId);
    if (parts) parts.push(row);
    else byPosting.set(row.postingId, [row]);
  }
  return ids.flatMap((id) => {
    const parts = byPosting.get(id);
    const first = parts?.[0];
    if (!parts || !first) return [];
    const newest = parts.filter((part) => part.version === first.version);
    return [
      {
        id,
        publicId: first.publicId,
        version: first.version,
        state: first.state,
        kind: first.kind,
        concept: first.concept,
        link: first.link,
        language: first.language,
        publishedAt: first.publishedAt,
        validUntil: first.validUntil,
        fields: mergeParts(newest),
        levels: [...new Set(newest.map((part) => part.level))],
        useVersion: first.useVersion,
      },
    ];
  });
}
