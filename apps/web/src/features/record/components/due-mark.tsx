import { formatDate, formatDue, type Locale } from "@lilink/i18n";
import { cn } from "@lilink/ui";

const looks = {
  overdue: "text-danger font-semibold",
  soon: "text-warning font-medium",
  later: "text-muted",
} as const;

/** What is owed, how long is left in words, and the day itself. */
export function DueMark({
  what,
  dueAt,
  now,
  locale,
}: {
  readonly what: string;
  readonly dueAt: Date;
  readonly now: Date;
  readonly locale: Locale;
}) {
  const due = formatDue(dueAt, now, locale);
  const look = looks[due.tone];
  return (
    <span className="inline-flex min-w-18 flex-col gap-0.5 text-sm">
      <span className="text-muted">{what}</span>
      <span className={cn("whitespace-nowrap", look)}>{due.text}</span>
      <span className="text-xs whitespace-nowrap text-muted">{formatDate(dueAt, locale)}</span>
    </span>
  );
}
