import type { Locale } from "@lilink/i18n";
import { loadGoal } from "@lilink/model/goals";
import { inLocale } from "#features/goal/view.ts";
import type { MeetingItem } from "./queries.ts";

/** The words of a point of the agenda: a goal's in the reader's language, anything else as it was written. */
export function itemTitle({ goal, title }: Pick<MeetingItem, "goal" | "title">, locale: Locale): string {
  return goal ? inLocale(loadGoal(goal).statement, locale) : title;
}
