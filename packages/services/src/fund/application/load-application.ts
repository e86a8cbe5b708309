import { fundRefSchema } from "@lilink/contract";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { type CallView, readCalls, requireCallOf } from "../call/read-calls.ts";
import { type ApplicationView, readApplications, requireApplication } from "./read-application.ts";

/** One application, for its consortium; once ranked, with what reviewers wrote to the leader, without names. [FU16] */
export const loadApplication = defineQuery({
  name: "fund.application",
  input: fundRefSchema,
  authorize: { action: "fund.read" },
  run: async (
    ctx,
    { publicId },
  ): Promise<{ application: ApplicationView; call: CallView; words: readonly string[]; now: Date }> => {
    const { id, callId, ...application } = await requireApplication(ctx, publicId);
    const { id: _call, ...call } = await requireCallOf(ctx, callId);
    const { rows } = await ctx.db.execute<{ words: string }>(
      sql`select words from app.fund_words(${id}::uuid)`,
    );
    return { application, call, words: rows.map(({ words }) => words), now: ctx.now };
  },
});

/** Applications in which the own organization stands, the last saved first. */
export const listOwnApplications = defineQuery({
  name: "fund.own",
  input: z.object({}),
  authorize: { action: "fund.read" },
  run: async (ctx) => {
    const [applications, calls] = [await readApplications(ctx, { own: true }), await readCalls(ctx)];
    return applications.flatMap(({ id: _id, callId, body: _body, abstract: _abstract, ...application }) => {
      const call = calls.find(({ id }) => id === callId);
      if (!call) return [];
      const { titleZh, titleEn, number } = call;
      return [{ ...application, call: { titleZh, titleEn, number } }];
    });
  },
});
