import type { FactorKind } from "@lilink/model/identity";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

export type FactorRow = {
  readonly id: string;
  readonly kind: FactorKind;
  readonly secret: string | null;
  readonly credential_id: string | null;
  readonly public_key: string | null;
  readonly counter: string;
  readonly transports: string[];
  readonly confirmed: boolean;
};

/** Whose factor it is: the person of a sign-in between password and factor, or the actor (`step` null). */
export type Holder = { readonly personId: string; readonly step: string | null };

export async function loadFactors(ctx: Context, { step }: Holder): Promise<FactorRow[]> {
  const { rows } = await ctx.db.execute<FactorRow>(
    sql`select * from app.factors_of(${step}, ${ctx.now.toISOString()}::timestamptz)`,
  );
  return rows;
}
