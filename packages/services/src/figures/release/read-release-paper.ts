import { releasePaperRefSchema } from "@lilink/contract";
import { figureRelease, releasePaper } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { and, eq } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";

/** A printed release for whoever may read it; NOT_FOUND until it is printed. [RL14] */
export const readReleasePaper = defineQuery({
  name: "release.paper",
  input: releasePaperRefSchema,
  authorize: { action: "release.browse" },
  run: async (ctx, { publicId, locale }) => {
    const [row] = await ctx.db
      .select({
        fileId: releasePaper.fileId,
        sha256: releasePaper.sha256,
        period: figureRelease.period,
        edition: figureRelease.edition,
      })
      .from(releasePaper)
      .innerJoin(figureRelease, eq(figureRelease.id, releasePaper.releaseId))
      .where(and(eq(figureRelease.publicId, publicId), eq(releasePaper.locale, locale)));
    const bytes = row ? await ctx.files.read(row.fileId, row.sha256) : null;
    if (!row || !bytes) throw new LilinkError("NOT_FOUND");
    return { bytes, period: row.period, edition: row.edition };
  },
});
