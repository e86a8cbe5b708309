import { formatNumber, type Locale } from "@lilink/i18n";
import type { Tone } from "@lilink/ui";
import type { Quota } from "./queries.ts";

const nearFrom = 0.8;

/** From four fifths on a quota is shown as scarce, and used up as that. */
export function quotaTone({ used, most }: Pick<Quota, "used" | "most">): Tone {
  if (used >= most) return "danger";
  return used >= most * nearFrom ? "warning" : "info";
}

const megabyte = 1_000_000;

/** An amount of a quota as people read it: bytes in megabytes, everything else a count. */
export function quotaText({ name }: Pick<Quota, "name">, amount: number, locale: Locale): string {
  if (name !== "storage") return formatNumber(amount, locale);
  return `${formatNumber(Math.round((amount / megabyte) * 10) / 10, locale)} MB`;
}

/** The span of a quota in the largest unit that fits. @example spanOf(86_400) // { unit: "day", count: 1 } */
export function spanOf(seconds: number): {
  readonly unit: "day" | "hour" | "minute";
  readonly count: number;
} {
  if (seconds % 86_400 === 0) return { unit: "day", count: seconds / 86_400 };
  if (seconds % 3600 === 0) return { unit: "hour", count: seconds / 3600 };
  return { unit: "minute", count: Math.max(1, Math.round(seconds / 60)) };
}

const shareOf = ({ used, most }: Pick<Quota, "used" | "most">) => (most === 0 ? 1 : used / most);

/** How quotas hang together: what renews by the hour or day, what was read today, what is open or stored at once. */
export const quotaGroups = ["rates", "readings", "places"] as const;
type QuotaGroup = (typeof quotaGroups)[number];

function groupOf({ seconds, noticed }: Pick<Quota, "seconds" | "noticed">): QuotaGroup {
  if (seconds === null) return "places";
  return noticed === undefined ? "rates" : "readings";
}

export type GroupedQuotas = {
  /** What is near its limit or at it, the fullest first. */
  readonly near: readonly Quota[];
  /** The others, each group with the fullest first. */
  readonly groups: readonly { readonly group: QuotaGroup; readonly quotas: readonly Quota[] }[];
};

/** Quotas as a page shows them: what needs somebody stands first, the rest by group. [RA13] */
export function toGroups(quotas: readonly Quota[]): GroupedQuotas {
  const sorted = quotas.toSorted((a, b) => shareOf(b) - shareOf(a));
  const rest = sorted.filter((quota) => shareOf(quota) < nearFrom);
  return {
    near: sorted.filter((quota) => shareOf(quota) >= nearFrom),
    groups: quotaGroups.flatMap((group) => {
      const own = rest.filter((quota) => groupOf(quota) === group);
      return own.length > 0 ? [{ group, quotas: own }] : [];
    }),
  };
}

/** The share that is used, in whole percent; what is used at all is never 0. */
export const percentOf = (quota: Pick<Quota, "used" | "most">): number => Math.ceil(100 * shareOf(quota));
