import type { RuleEntry } from "@lilink/engine/dated-rules";
import { formatDate, formatQuantity, type Locale } from "@lilink/i18n";
import { daysBetween } from "@lilink/model/calendar";
import type { BindingVerdict, TextStanding } from "@lilink/model/conditions";
import type { Reading } from "@lilink/model/register";
import { type Tone, toneColor } from "@lilink/ui";

/** How a set is known: an officer who compared it with the official text has the last word, then a policy that put a proposal into force. */
export function toKnown<Reading extends string>(
  { id, reading }: { readonly id: string; readonly reading: Reading },
  policy: unknown,
  compared: readonly { readonly set: string; readonly on: string }[],
  locale: Locale,
) {
  const on = compared.find(({ set }) => set === id)?.on;
  if (on) return { key: "compared", params: { date: formatDate(on, locale) } } as const;
  const key = reading === "proposal" && policy ? ("adopted" as const) : reading;
  return { key, params: { date: "" } } as const;
}

/** How each verdict looks. */
export const verdictTones = {
  met: "success",
  not_met: "danger",
  unknown: "warning",
  not_applicable: "neutral",
  incomplete: "warning",
  lapsed: "danger",
  unregistered: "info",
  free: "neutral",
} as const satisfies Record<BindingVerdict | "unknown" | "not_applicable", Tone>;

/** How each standing of a text looks. */
export const standingTones = {
  binding: "success",
  later: "info",
  ended: "neutral",
  unregistered: "warning",
  draft: "neutral",
  proposal: "neutral",
} as const satisfies Record<TextStanding, Tone>;

/** The fill of a stretch: hatched where evidence or the text itself is missing, empty where nothing binds. */
export function fillOf(verdict: BindingVerdict): string | undefined {
  if (verdict === "free") return undefined;
  const color = toneColor(verdictTones[verdict]);
  return verdict === "incomplete" || verdict === "lapsed" || verdict === "unregistered"
    ? `repeating-linear-gradient(-45deg, ${color} 0 2px, var(--color-ground) 2px 6px)`
    : color;
}

/** How the field behind a fact was read, and in which source; null where it names none. [CN9] */
export type EvidenceOf = (
  fact: string,
) => { readonly reading: Reading; readonly source: number | null } | null;

export type Window = { readonly from: string; readonly to: string };

export const daysOf = ({ from, to }: Window) => daysBetween(from, to);

/** Days from the start of the window, held within it. */
export const placeIn = (day: string, window: Window) =>
  Math.min(daysOf(window), Math.max(0, daysBetween(window.from, day)));

/** The text of a set or rule in the reader's language. */
export function textOf(title: RuleEntry["title"], locale: Locale): string {
  if (title === undefined) return "";
  return typeof title === "string" ? title : (title[locale === "en" ? "en" : "zh"] ?? "");
}

/** How a condition is compared: a limit, and the unit of an amount. */
type Limit = { readonly value?: unknown; readonly unit?: string | undefined };

/** A limit of at most one that has no unit is a share; a level or a count of one is a number, and stands as such. */
const isShare = ({ value, unit }: Limit) =>
  unit === undefined && typeof value === "string" && Number(value) > 0 && Number(value) <= 1;

/** A limit as people read it, or what is stated beside it: a share in per cent, an amount with its unit, every digit kept. */
export function showLimit(limit: Limit, locale: Locale, stated: unknown = limit.value): string {
  if (typeof stated === "object" && stated !== null && "value" in stated)
    return showLimit({ ...limit, ...stated }, locale);
  if (Number.isNaN(Number(stated)) || typeof stated === "boolean") return String(stated);
  return isShare(limit)
    ? formatQuantity(Number((Number(stated) * 100).toPrecision(12)), "%", locale, "exact")
    : formatQuantity(String(stated), limit.unit ?? null, locale, "exact");
}

const signs: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤" };
export const showOperator = (operator: string) => signs[operator] ?? operator;
