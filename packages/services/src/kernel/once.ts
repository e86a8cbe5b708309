import { idempotencyKey } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { and, eq, gt, sql } from "drizzle-orm";
import type { Context } from "./context.ts";

/** How to recognize a change that is sent again. */
export type Once = {
  /** The key that the caller chose for the change. */
  readonly key: string;
  /** Hash of everything that was sent. Another hash under the same key is another change. */
  readonly fingerprint: string;
  readonly write: (output: unknown) => unknown;
  readonly read: (kept: unknown) => unknown;
};

export const keptMilliseconds = 86_400_000;

/**
 * Runs a change once for the key of a program. [RA1]
 * Change and answer commit together, so neither exists alone. A repeat that comes while the first runs is refused at once.
 */
export async function runOnce<O>(ctx: Context, once: Once, run: () => Promise<O>): Promise<O> {
  const { actor } = ctx;
  if (actor.kind !== "apiKey") return run();
  const place = JSON.stringify(["idempotency", actor.keyId, once.key]);
  const turn = await ctx.db.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${place}, 0)) as mine`,
  );
  if (!turn.rows[0]?.mine) throw refuse("CONFLICT", "inFlight");
  const [kept] = await ctx.db
    .select({ fingerprint: idempotencyKey.fingerprint, answer: idempotencyKey.answer })
    .from(idempotencyKey)
    .where(
      and(
        eq(idempotencyKey.organizationId, actor.organizationId),
        eq(idempotencyKey.keyId, actor.keyId),
        eq(idempotencyKey.key, once.key),
        gt(idempotencyKey.at, new Date(ctx.now.getTime() - keptMilliseconds)),
      ),
    );
  if (kept && kept.fingerprint !== once.fingerprint) throw refuse("INVALID_INPUT", "otherPayload");
  if (kept) return once.read(kept.answer) as O;
  const output = await run();
  const { fingerprint } = once;
  const row = { fingerprint, answer: once.write(output), at: ctx.now };
  await ctx.db
    .insert(idempotencyKey)
    .values({ organizationId: actor.organizationId, keyId: actor.keyId, key: once.key, ...row })
    .onConflictDoUpdate({
      target: [idempotencyKey.organizationId, idempotencyKey.keyId, idempotencyKey.key],
      set: row,
    });
  return output;
}

function refuse(code: "CONFLICT" | "INVALID_INPUT", problem: "inFlight" | "otherPayload"): LilinkError {
  return new LilinkError(code, {}, [{ field: "Idempotency-Key", rule: "badFormat", params: { problem } }]);
}
