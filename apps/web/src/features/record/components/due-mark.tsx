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
  inLine = false,
}: {
  readonly what: string;
  readonly dueAt: Date;
  readonly now: Date;
  readonly locale: Locale;
  /** Side by side, as beside a heading; else one below the other, as in a cell. */
  readonly inLine?: boolean;
}) {
  const due = formatDue(dueAt, now, locale);
  const look = looks[due.tone];
  return (
    <span
      className={cn(
        "inline-flex text-sm",
        inLine ? "flex-wrap items-baseline gap-x-2" : "min-w-18 flex-col gap-0.5",
      )}
    >
      <span className="text-muted">{what}</span>
      <span className={cn("whitespace-nowrap", look)}>{due.text}</span>
      <span className="text-xs whitespace-nowrap text-muted">{formatDate(dueAt, locale)}</span>
    </span>
  );
}
