import { formatNumber, type Locale } from "@lilink/i18n";
import type { Tone } from "@lilink/ui";
import type { Quota } from "./queries.ts";

/** From four fifths on a quota is shown as scarce, and used up as that. */
export function quotaTone({ used, most }: Pick<Quota, "used" | "most">): Tone {
  if (used >= most) return "danger";
  return used >= most * 0.8 ? "warning" : "info";
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
