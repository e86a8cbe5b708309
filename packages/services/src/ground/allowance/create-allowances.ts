import type { RateClass, RateLimits, RateScope } from "@lilink/contract/config";
import { LilinkError } from "@lilink/model/error";
import { type Actor, organizationOf, personOf } from "@lilink/model/policy";
import type pg from "pg";
import type { Allowances } from "../../kernel/guard.ts";

/** One bucket of a call: whose it is, and its size. */
type Bucket = {
  readonly key: string;
  readonly count: number;
  readonly seconds: number;
  readonly lease: number;
};
type Held = { left: number; until: number };

/** Tokens taken ahead serve for so long; an instance that ends has lost them. */
const leaseMilliseconds = 5000;
/** So many tokens at a time at most, and a hundredth of a bucket. */
const mostAhead = 50;
const mostHeld = 20_000;

export function createAllowances(limits: RateLimits): Allowances {
  const held = new Map<string, Held>();
  const empty = new Map<string, number>();

  return {
    limits,
    spend: async (client, { actor, source, rate, now }) => {
      const at = now.getTime();
      const buckets = bucketsOf(limits, rate, actor, source);
      for (const bucket of buckets) {
        const until = empty.get(bucket.key) ?? 0;
        if (until > at) throw refuse(rate, bucket, (until - at) / 1000);
      }
      const missing = buckets.filter(({ key }) => !isHeld(held.get(key), at));
      if (missing.length > 0) {
        const answers = await take(client, missing, now);
        for (const map of [held, empty]) if (map.size > mostHeld) map.clear();
        missing.forEach((bucket, index) => {
          const { granted = 0, wait = 0 } = answers[index] ?? {};
          const own = held.get(bucket.key);
          const left = granted + (own && isHeld(own, at) ? own.left : 0);
          if (granted > 0) held.set(bucket.key, { left, until: at + leaseMilliseconds });
          if (wait > 0) empty.set(bucket.key, at + wait * 1000);
          if (wait > 0) throw refuse(rate, bucket, wait);
        });
      }
      for (const { key } of buckets) {
        const own = held.get(key);
        if (own) own.left -= 1;
      }
      return missing.length > 0;
    },
  };
}

function isHeld(own: Held | undefined, at: number): boolean {
  return own !== undefined && own.left > 0 && own.until > at;
}

/** In one order everywhere, so that two calls never wait for each other's buckets. */
function bucketsOf(limits: RateLimits, rate: RateClass, actor: Actor, source: string | undefined): Bucket[] {
  const holders: Readonly<Record<RateScope, string | null | undefined>> = {
    person: actor.kind === "apiKey" ? actor.keyId : personOf(actor),
    organization: organizationOf(actor),
    source: actor.kind === "anonymous" ? source : undefined,
  };
  return (Object.entries(limits[rate]) as [RateScope, { count: number; seconds: number }][])
    .flatMap(([scope, { count, seconds }]) => {
      const holder = holders[scope];
      if (!holder) return [];
      const lease = Math.max(1, Math.min(mostAhead, Math.floor(count / 100)));
      return [{ key: `${rate} ${scope} ${holder}`, count, seconds, lease }];
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Outside of any transaction, so that a bucket is held for its own statement alone and a refused call has spent. */
async function take(client: pg.PoolClient, buckets: readonly Bucket[], now: Date) {
  await client.query("commit");
  const { rows } = await client.query<{ granted: number; wait: number }>(
    "select granted, wait from app.take_tokens($1, $2, $3, $4, $5)",
    [
      buckets.map(({ key }) => key),
      buckets.map(({ count }) => count),
      buckets.map(({ seconds }) => seconds),
      buckets.map(({ lease }) => lease),
      now.toISOString(),
    ],
  );
  return rows;
}

function refuse(rate: RateClass, { count, seconds }: Bucket, wait: number): LilinkError {
  return new LilinkError("LIMIT_REACHED", { rate, limit: count, window: seconds, seconds: Math.ceil(wait) });
}
