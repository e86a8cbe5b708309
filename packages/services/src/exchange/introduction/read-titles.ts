import { postingHead, postingPart } from "@lilink/db/schema";
import {
  mergeParts,
  type PostingFigure,
  type PostingKind,
  type PostingPartFields,
  type PostingState,
  pickKeyFigures,
} from "@lilink/model/posting";
import { and, desc, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** A posting named in a list. What the reader may no longer read is null; that it ended is known to everyone. */
export type PostingTitle = {
  readonly publicId: string;
  readonly kind: PostingKind;
  readonly state: PostingState;
  readonly concept: string | null;
  readonly link: string | null;
  readonly language: string | null;
  readonly title: string | null;
  readonly summary: string | null;
  /** What the line of the platform names, where it stands for a title in the other language. */
  readonly keyFigures: readonly PostingFigure[];
  readonly identity: PostingPartFields["identity"] | null;
};

/** Names postings by what every member may read of them, so that a list never is a confidential reading. */
export async function readTitles(
  ctx: Context,
  given: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, PostingTitle>> {
  const ids = given.filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const heads = await ctx.db
    .select({
      id: postingHead.postingId,
      publicId: postingHead.publicId,
      kind: postingHead.kind,
      state: postingHead.state,
    })
    .from(postingHead)
    .where(inArray(postingHead.postingId, ids));
  const parts = await ctx.db
    .select({
      postingId: postingPart.postingId,
      concept: postingPart.concept,
      link: postingPart.link,
      language: postingPart.language,
      fields: postingPart.fields,
    })
    .from(postingPart)
    .where(
      and(
        inArray(postingPart.postingId, ids),
        inArray(postingPart.state, ["live", "ended"]),
        inArray(postingPart.level, ["everyone", "member"]),
        eq(postingPart.walled, false),
      ),
    )
    .orderBy(desc(postingPart.version));
  return new Map(
    heads.map(({ id, ...head }) => {
      const own = parts.filter((part) => part.postingId === id);
      const fields = mergeParts(own);
      return [
        id,
        {
          ...head,
          concept: own[0]?.concept ?? null,
          link: own[0]?.link ?? null,
          language: own[0]?.language ?? null,
          title: fields.title ?? null,
          summary: fields.summary ?? null,
          keyFigures: pickKeyFigures(fields.figures),
          identity: fields.identity ?? null,
        },
      ];
    }),
  );
}
