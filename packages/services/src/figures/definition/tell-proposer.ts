import { personOf } from "@lilink/model/policy";
import type { Context } from "../../kernel/context.ts";
import type { StoredDefinition } from "./read-definitions.ts";

/** What became of a proposal, for whoever made it, unless it was that person. */
export async function tellProposer(
  ctx: Context,
  { indicator, version, proposedBy }: StoredDefinition,
  decision: "adopted" | "withdrawn",
): Promise<void> {
  if (proposedBy === null || proposedBy === personOf(ctx.actor)) return;
  await ctx.enqueue("notice.deliver", {
    kind: "definition.decided",
    causeKey: `${indicator}/${version}`,
    path: `/indicators/${indicator}/definition`,
    params: { title: indicator, decision },
    personId: proposedBy,
  });
}
