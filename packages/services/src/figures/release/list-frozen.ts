import { figureRelease } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";

/** Every frozen release for the worker's own reading, oldest first. */
export const listFrozen = defineQuery({
  name: "release.make",
  input: z.object({}),
  authorize: { action: "release.make" },
  run: (ctx) =>
    ctx.db
      .select({
        id: figureRelease.id,
        publicId: figureRelease.publicId,
        period: figureRelease.period,
        edition: figureRelease.edition,
      })
      .from(figureRelease)
      .where(eq(figureRelease.state, "frozen"))
      .orderBy(figureRelease.frozenAt),
});
