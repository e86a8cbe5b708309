import type { Principal } from "@lilink/db";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { listBatches } from "../../recovery/batch/list-batches.ts";
import { openBatch } from "../../recovery/batch/open-batch.ts";
import { saveBatch } from "../../recovery/batch/save-batch.ts";
import { stepBatch } from "../../recovery/batch/step-batch.ts";
import batches from "./data/batches.json" with { type: "json" };

type MemberPrincipal = Extract<Principal, { kind: "member" }>;

/** Invented batches in every state, one with a lot that another firm claimed first. What is there stays. */
export async function seedBatches(
  app: Kernel,
  principalOf: (email: string) => MemberPrincipal,
): Promise<void> {
  const officer = principalOf("officer@group.example");
  for (const { by, head, rows, steps } of batches) {
    const owner = principalOf(by);
    const { items } = await call(app, owner, listBatches, { limit: 50 });
    if (items.some(({ number }) => number === head.number)) continue;
    const { publicId } = await call(app, owner, openBatch, head as Parameters<typeof openBatch.run>[1]);
    const said = { ...head, publicId, version: 1, rows };
    await call(app, owner, saveBatch, said as Parameters<typeof saveBatch.run>[1]);
    for (const [step, reason] of steps)
      await call(app, step === "audit" ? officer : owner, stepBatch, {
        publicId,
        step: step as Parameters<typeof stepBatch.run>[1]["step"],
        reason,
      });
  }
}
