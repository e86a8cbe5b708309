import type { Locale } from "@lilink/i18n";
import { loadGoal } from "@lilink/model/goals";
import { inLocale } from "#lib/in-locale.ts";
import type { LawNote, MeetingItem } from "./queries.ts";

/** The words of a point of the agenda: a goal's and a record's in the reader's language, anything else as it was written. */
export function itemTitle(
  { goal, title, duty }: Pick<MeetingItem, "goal" | "title" | "duty">,
  locale: Locale,
): string {
  if (duty) return locale === "en" ? duty.titleEn : duty.titleZh;
  return goal ? inLocale(loadGoal(goal).statement, locale) : title;
}

/** An instant as a field for a day and an hour holds it, in the time of Beijing. @example "2026-12-01T10:00" */
export function toBeijing(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
}

type Counted = Pick<LawNote["figures"][number], "verified" | "owed">;

/** Whether a figure of the note is added up from returns. */
export function isOfReturns<Row extends Counted>(
  one: Row,
): one is Row & { readonly verified: number; readonly owed: number } {
  return Boolean(one.verified && one.owed);
}

/** How many figures of the note are from returns and how many are from other sources. [ME7] */
export function countSources(figures: readonly Counted[]): {
  readonly count: number;
  readonly returns: number;
  readonly others: number;
} {
  const returns = figures.filter(isOfReturns).length;
  return { count: figures.length, returns, others: figures.length - returns };
}
