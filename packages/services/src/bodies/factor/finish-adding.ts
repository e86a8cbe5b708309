import { personOf } from "@lilink/model/policy";
import type { Context } from "../../kernel/context.ts";
import { countCodes, renewCodes } from "./recovery.ts";
import { tellOfChange } from "./tell-of-change.ts";

export const manageFactors = {
  action: "factor.manage",
  resource: () => ({ self: true }),
  recent: true,
  proof: true,
} as const;

/** A factor stands: its person is told, and gets recovery codes with the first one. */
export async function finishAdding(ctx: Context, id: string) {
  const personId = personOf(ctx.actor) ?? "";
  await tellOfChange(ctx, personId, "factorAdded");
  const codes = (await countCodes(ctx)) === 0 ? await renewCodes(ctx, personId) : null;
  return { id, codes };
}
