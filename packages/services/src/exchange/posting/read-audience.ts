import { postingPart } from "@lilink/db/schema";
import {
  type DisclosureLevel,
  type DoubtedField,
  findDoubts,
  mergeParts,
  type PostingContent,
  type PostingKind,
} from "@lilink/model/posting";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

export type FieldAudience = {
  readonly field: string;
  readonly level: DisclosureLevel;
  readonly walled: boolean;
};

/** Who will see each field of the version under review, by the parts that the officer reads, and what its texts tell ([PO8]). */
export async function readAudience(
  ctx: Context,
  postingId: string,
  version: number,
  names: readonly string[],
  kind: PostingKind,
): Promise<{ audience: FieldAudience[]; doubts: DoubtedField[] }> {
  const parts = await ctx.db
    .select({ level: postingPart.level, walled: postingPart.walled, fields: postingPart.fields })
    .from(postingPart)
    .where(
      and(
        eq(postingPart.postingId, postingId),
        eq(postingPart.version, version),
        eq(postingPart.state, "review"),
      ),
    )
    .orderBy(postingPart.level, postingPart.walled);
  const audience = parts.flatMap(({ level, walled, fields: { figures = [], ...fields } }) =>
    [...new Set([...Object.keys(fields), ...figures.map(({ attribute }) => `figures.${attribute}`)])].map(
      (field) => ({ field, level, walled }),
    ),
  );
  const levels = Object.fromEntries(audience.map(({ field, level }) => [field, level]));
  const content = mergeParts(parts) as Partial<PostingContent>;
  return { audience, doubts: findDoubts(content, levels, names, kind) };
}
