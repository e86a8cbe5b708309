import { figureOfReview, type PanelLine, rankPanel } from "@lilink/model/fund/life";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { seedOf } from "../../kernel/seed-of.ts";
import type { KnownApplication } from "../application/read-application.ts";
import type { KnownCall } from "../call/read-calls.ts";

/** The figures of the panel, by public ids; the same reviews always give the same list. [FU17] */
export async function rankApplications(
  ctx: Context,
  call: KnownCall,
  applications: readonly KnownApplication[],
): Promise<readonly PanelLine[]> {
  const { rows } = await ctx.db.execute<{
    applicationId: string;
    reviewer: string;
    scores: readonly number[];
    confidence: number;
  }>(sql`select r.application_id as "applicationId", r.person_id as reviewer, r.scores, r.confidence
    from fund_review r join fund_application a on a.id = r.application_id
    where a.call_id = ${call.id} and r.state = 'submitted' order by r.public_id`);
  const entries = applications.map(({ id, publicId, asked }) => ({
    id: publicId,
    asked: asked ?? 0,
    reviews: rows
      .filter(({ applicationId }) => applicationId === id)
      .map(({ reviewer, scores, confidence }) => ({
        reviewer,
        figure: figureOfReview(scores, call.weights),
        confidence,
      })),
  }));
  return rankPanel(entries, call.budget - call.committed, seedOf(call.publicId));
}
