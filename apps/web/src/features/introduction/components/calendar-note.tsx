import { formatDate } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";
import { calendarEndFor } from "../view.ts";

/** Says so where a due date lies beyond the public holidays that the calendar knows. */
export function CalendarNote({ dues }: { readonly dues: readonly Date[] }) {
  const t = useTranslations("introduction");
  const locale = useLocale();
  const end = calendarEndFor(dues);
  if (!end) return null;
  return (
    <p role="note" className="prose-measure mb-6 text-sm text-muted">
      {t("calendarNote", { date: formatDate(end, locale) })}
    </p>
  );
}
