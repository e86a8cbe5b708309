import { postingRefSchema } from "@lilink/contract";
import { posting, postingHead } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { organizationOf } from "@lilink/model/policy";
import { eq, sql } from "drizzle-orm";
import { defineQuery } from "../kernel/define.ts";
import { readParts } from "./read-parts.ts";

/** The page of one posting as the actor may read it. A confidential reading by another is logged before it is given. */
export const loadPosting = defineQuery({
  name: "posting.load",
  input: postingRefSchema,
  authorize: { action: "posting.browse" },
  run: async (ctx, input) => {
    const [head] = await ctx.db
      .select({
        id: postingHead.postingId,
        kind: postingHead.kind,
        state: postingHead.state,
        endedAt: postingHead.endedAt,
      })
      .from(postingHead)
      .where(eq(postingHead.publicId, input.publicId));
    const [own] = await ctx.db.select().from(posting).where(eq(posting.publicId, input.publicId));
    const id = head?.id ?? own?.id;
    if (!id) throw new LilinkError("NOT_FOUND");
    const [reading] = await readParts(ctx, [id], ["live", "ended", "review"]);
    const mine = own !== undefined && own.organizationId === organizationOf(ctx.actor);
    if (reading && !mine && reading.levels.includes("partner")) {
      const purpose = own?.state === "in_review" ? "review" : "partner";
      await ctx.db.execute(
        sql`select app.log_disclosure(${id}::uuid, ${reading.version}::int, 'partner', ${purpose}, ${ctx.newId()}::uuid, ${ctx.now.toISOString()}::timestamptz)`,
      );
    }
    if (!reading && !head && !mine) throw new LilinkError("NOT_FOUND");
    return {
      publicId: input.publicId,
      state: own?.state ?? head?.state ?? "closed",
      endedAt: head?.endedAt ?? null,
      reading: reading ?? null,
      own: mine
        ? {
            state: own.state,
            version: own.version,
            liveVersion: own.liveVersion,
            validUntil: own.validUntil,
            title: own.title,
          }
        : null,
    };
  },
});
