import { definition } from "@lilink/db/schema";
import { shippedDefinitions } from "@lilink/model/goals/definition/shipped";
import { z } from "zod";
import { callJob } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";

const takeShipped = defineMutation({
  name: "definition.seed",
  input: z.object({}),
  authorize: { action: "definition.seed" },
  run: async (ctx) => {
    const added = await ctx.db
      .insert(definition)
      .values(
        shippedDefinitions.map(({ indicator, version, fromPeriod, ...content }) => ({
          id: ctx.newId(),
          indicator,
          version,
          fromPeriod,
          content,
          reason: "LiLink",
          adopted: true,
          adoptedAt: ctx.now,
          createdAt: ctx.now,
        })),
      )
      .onConflictDoNothing()
      .returning({ id: definition.id });
    return added.length;
  },
  audit: (_input, count) =>
    count === 0 ? null : { subjectKind: "definition", subjectId: null, detail: { count } },
});

/** Puts the first version of every definition in force, as the system; one that stands is never changed. [DF7] */
export async function seedDefinitions(worker: Kernel): Promise<number> {
  return (await callJob(worker, { id: worker.newId(), name: "definition.seed" }, takeShipped, {})) ?? 0;
}
