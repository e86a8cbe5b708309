import { publicIdSchema } from "@lilink/contract";
import { bodyMerge, organization } from "@lilink/db/schema";
import { can } from "@lilink/model/policy";
import { desc, eq, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";

const mostShown = 50;
const merged = alias(organization, "merged");
const into = alias(organization, "into_body");

/** Merges with who is now one, why, and what was undone: all for officers, those of the own record for its people. [BD4] */
export const listMerges = defineQuery({
  name: "body.merges",
  input: z.object({ organization: publicIdSchema.optional() }).default({}),
  authorize: { action: "organization.browse" },
  run: async (ctx, input) => {
    const rows = await readMerges(ctx, input.organization);
    return rows.map((row) => ({
      ...row,
      canUndo: row.undoneAt === null && can(ctx.actor, "organization.decide"),
    }));
  },
});

/** Row security leaves out what is not for the reader. The record that was merged is for officers alone, its name for whoever reads the merge. */
function readMerges(ctx: Context, publicId: string | undefined) {
  return ctx.db
    .select({
      publicId: bodyMerge.publicId,
      merged: { publicId: merged.publicId, nameZh: merged.nameZh, nameEn: merged.nameEn },
      into: { publicId: into.publicId, nameZh: into.nameZh, nameEn: into.nameEn },
      reason: bodyMerge.reason,
      moved: bodyMerge.moved,
      mergedAt: bodyMerge.mergedAt,
      undoneAt: bodyMerge.undoneAt,
      undoReason: bodyMerge.undoReason,
    })
    .from(bodyMerge)
    .leftJoin(merged, eq(merged.id, bodyMerge.mergedId))
    .innerJoin(into, eq(into.id, bodyMerge.intoId))
    .where(publicId ? or(eq(into.publicId, publicId), eq(merged.publicId, publicId)) : undefined)
    .orderBy(desc(bodyMerge.mergedAt))
    .limit(mostShown);
}
