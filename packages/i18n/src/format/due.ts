import { createTranslator } from "../create-translator.ts";
import type { Locale } from "../locale.ts";
import { toDay } from "./date.ts";

export type DueTone = "overdue" | "soon" | "later";
export type Due = { readonly text: string; readonly days: number; readonly tone: DueTone };

const millisecondsPerDay = 86_400_000;

/** Calendar days between now and a due date, in words: today, tomorrow, "3 days left", "2 days overdue". */
export function formatDue(due: Date | string, now: Date, locale: Locale): Due {
  const days = Math.round((Date.parse(toDay(due)) - Date.parse(toDay(now))) / millisecondsPerDay);
  const t = createTranslator(locale, "common.due");
  if (days < 0) return { text: t("overdueDays", { days: -days }), days, tone: "overdue" };
  if (days === 0) return { text: t("today"), days, tone: "soon" };
  if (days === 1) return { text: t("tomorrow"), days, tone: "soon" };
  return { text: t("inDays", { days }), days, tone: days <= 2 ? "soon" : "later" };
}
