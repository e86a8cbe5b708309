import { LilinkError } from "@lilink/model/error";
import type { DenialState } from "@lilink/model/trace";
import { explainCode, filedCode } from "@lilink/model/trace/code";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

export type Handover = { readonly code: string; readonly event: string };

type Denied = {
  readonly id: string;
  readonly code: string;
  readonly state: DenialState;
  readonly receiver: string;
  /** Null where the body that told the hand-over is no more. */
  readonly giver: string | null;
  readonly reason: string;
  readonly upheldReason: string | null;
  readonly settledReason: string | null;
};

/** The denial of a hand-over, to whoever may read it; `undefined` where it was not denied. [TR27] */
export async function findDenied(ctx: Context, { code, event }: Handover): Promise<Denied | undefined> {
  const { rows } = await ctx.db.execute<Denied>(
    sql`select id, code, state, organization_id as receiver, other_id as giver, reason, upheld_reason as "upheldReason", settled_reason as "settledReason"
      from battery_denial where code = ${filedCode(explainCode(code))} and event_hash = ${event} limit 1`,
  );
  return rows[0];
}

/** The same; who may not read it hears that there is none. */
export async function loadDenied(ctx: Context, handover: Handover): Promise<Denied> {
  const denied = await findDenied(ctx, handover);
  if (!denied) throw new LilinkError("NOT_FOUND");
  return denied;
}
