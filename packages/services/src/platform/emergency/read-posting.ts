import { emergencyReadSchema, emergencyRefSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import type { PostingContent, PostingKind } from "@lilink/model/posting";
import { sql } from "drizzle-orm";
import { defineMutation, defineQuery } from "../../kernel/define.ts";

export type EmergencyPosting = {
  readonly publicId: string;
  readonly kind: PostingKind;
  readonly concept: string | null;
  readonly state: string;
  readonly version: number;
};

/** What could be read while it is open: kinds and states, no content yet. */
export const listEmergencyPostings = defineQuery({
  name: "emergency.postings",
  input: emergencyRefSchema,
  authorize: { action: "emergency.open" },
  run: async (ctx, input) => {
    const { rows } = await ctx.db.execute<EmergencyPosting>(
      sql`select public_id as "publicId", kind, concept, state, version
        from app.glass_postings(${input.publicId}, ${ctx.now.toISOString()}::timestamptz)`,
    );
    return rows;
  },
});

/** Reads one posting whole. The line in its owner's log is written by the same function: no reading without it. [ID9] */
export const readEmergencyPosting = defineMutation({
  name: "emergency.read",
  input: emergencyReadSchema,
  authorize: { action: "emergency.open" },
  run: async (ctx, input) => {
    const id = ctx.newId();
    const { rows } = await ctx.db.execute<{ content: PostingContent | null }>(
      sql`select app.read_glass(${input.publicId}, ${input.posting}, ${id}::uuid,
        ${ctx.now.toISOString()}::timestamptz) as content`,
    );
    const content = rows[0]?.content;
    if (!content) throw new LilinkError("NOT_FOUND");
    return { id, content };
  },
  audit: (_input, { id }) => ({ subjectKind: "disclosure", subjectId: id }),
});
