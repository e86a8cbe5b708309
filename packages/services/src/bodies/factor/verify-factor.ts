import type { FactorAnswer } from "@lilink/contract";
import type { FactorKind } from "@lilink/model/identity";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { type Holder, loadFactors } from "./load-factors.ts";
import { verifyPasskey } from "./passkey.ts";
import { recoveryHash } from "./recovery.ts";
import { stepOfCode } from "./totp.ts";

/**
 * Whether an answer proves the holder, and by what. A code of an authenticator, a signature and a recovery code each count
 * once: what moves them forward is a conditional update. [ID1]
 */
export async function verifyFactor(
  ctx: Context,
  holder: Holder,
  given: FactorAnswer,
): Promise<FactorKind | "recovery" | null> {
  const factors = (await loadFactors(ctx, holder)).filter(({ confirmed }) => confirmed);
  if (given.passkey) {
    const used = await verifyPasskey(ctx, holder, factors, given.passkey);
    return used && (await useFactor(ctx, holder, used.id, used.counter)) ? "passkey" : null;
  }
  const code = (given.code ?? "").replace(/[\s-]/g, "");
  if (/^\d{6}$/.test(code)) {
    for (const factor of factors) {
      const step = stepOfCode(ctx, holder.personId, factor, code);
      if (step !== null && (await useFactor(ctx, holder, factor.id, step))) return "totp";
    }
    return null;
  }
  if (factors.length === 0) return null;
  const { rows } = await ctx.db.execute<{ used: boolean }>(
    sql`select app.use_recovery(${recoveryHash(ctx, holder.personId, code)}, ${holder.step},
      ${ctx.now.toISOString()}::timestamptz) as used`,
  );
  return rows[0]?.used ? "recovery" : null;
}

async function useFactor(ctx: Context, { step }: Holder, id: string, counter: number): Promise<boolean> {
  const { rows } = await ctx.db.execute<{ used: boolean }>(
    sql`select app.use_factor(${id}::uuid, ${counter}::bigint, ${step}, ${ctx.now.toISOString()}::timestamptz) as used`,
  );
  return rows[0]?.used ?? false;
}
