import { type Locale, sayGoal } from "@lilink/i18n";
import type { StandingItem } from "../queries.ts";

/** What the badge and the year beside the figure say already is not said again. */
export function toWords(standing: StandingItem, locale: Locale): readonly string[] {
  const [first, ...more] = sayGoal(standing, locale);
  const { closed, status, parts, now } = standing;
  const isSaid = closed && status === "achieved" && parts.length === 1 && now;
  return isSaid || first === undefined ? more : [first, ...more];
}
