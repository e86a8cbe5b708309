import type { Database, Principal } from "@lilink/db";
import { nextState } from "@lilink/model/state";
import { type BatchState, type BatchStep, batchMachine } from "@lilink/model/trace/batch";
import { sql } from "drizzle-orm";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { openBatch } from "../../recovery/batch/open-batch.ts";
import { saveBatch } from "../../recovery/batch/save-batch.ts";
import { stepBatch } from "../../recovery/batch/step-batch.ts";
import batches from "./data/batches.json" with { type: "json" };

type MemberPrincipal = Extract<Principal, { kind: "member" }>;

/** Invented batches in every state, one with a lot that another firm claimed first. What is there stays. */
export async function seedBatches(
  database: Database,
  app: Kernel,
  principalOf: (email: string) => MemberPrincipal,
): Promise<void> {
  for (const { by, head, rows, steps, closedOn } of batches) {
    const owner = principalOf(by);
    const { rows: found } = await database.execute<{ publicId: string; state: BatchState; version: number }>(
      sql`select public_id as "publicId", state, version from recycling_batch
        where org_id = ${owner.organizationId}::uuid and number = ${head.number}`,
    );
    const opened = found[0] ?? {
      ...(await call(app, owner, openBatch, head as Parameters<typeof openBatch.run>[1])),
      state: batchMachine.start,
      version: 1,
    };
    const { publicId } = opened;
    if (opened.version === 1)
      await call(app, owner, saveBatch, { ...head, publicId, version: 1, rows } as Parameters<
        typeof saveBatch.run
      >[1]);
    let state: BatchState = batchMachine.start;
    let isThere = state === opened.state;
    for (const [name, reason] of steps) {
      const step = name as BatchStep;
      const to = nextState(batchMachine, state, step);
      if (to === null) throw new Error(`no step ${step} from ${state}`);
      state = to;
      if (isThere)
        await call(app, step === "audit" ? principalOf("officer@group.example") : owner, stepBatch, {
          publicId,
          step,
          reason,
          ...(step === "close" && { closedOn }),
        });
      isThere ||= state === opened.state;
    }
  }
}
