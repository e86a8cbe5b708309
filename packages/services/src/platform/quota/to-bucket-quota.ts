import type { RateClass, RateLimit } from "@lilink/contract/config";

export type Quota = {
  readonly name:
    | Extract<RateClass, "interest" | "probe" | "export" | "search" | "write" | "read">
    | "readPostings"
    | "readOrganizations"
    | "storage"
    | "searches"
    | "keys"
    | "webhooks"
    | "invitations";
  readonly of: "organization" | "person";
  readonly used: number;
  readonly most: number;
  /** From so many on the officers are told. */
  readonly noticed?: number;
  /** The span to which it belongs; null: what is open at once. */
  readonly seconds: number | null;
  /** When all of it is there again, if nothing more is used; null where it does not renew by itself. */
  readonly renewsAt: Date | null;
};

/**
 * A bucket that fills evenly, as a quota. What a process took ahead counts as used. [RA13]
 * @example toBucketQuota({ count: 100, seconds: 86_400 }, 75, now) // 25 used, whole again in six hours
 */
export function toBucketQuota(
  { count, seconds }: RateLimit,
  tokens: number,
  now: Date,
): Pick<Quota, "used" | "most" | "seconds" | "renewsAt"> {
  const missing = Math.max(0, count - Math.min(count, tokens));
  return {
    used: Math.ceil(missing),
    most: count,
    seconds,
    renewsAt: missing === 0 ? null : new Date(now.getTime() + (missing * seconds * 1000) / count),
  };
}
