import { formatDue, type Locale } from "@lilink/i18n";
import { cn } from "@lilink/ui";

const looks = {
  overdue: "text-danger font-semibold",
  soon: "text-warning font-medium",
  later: "text-muted",
} as const;

/** Days past which the bar is empty. */
const horizon = 90;

/** What is owed and how long is left, in words and as a bar that fills as the day comes near. */
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
  const filled = Math.round((1 - Math.max(0, Math.min(horizon, due.days)) / horizon) * 100);
  return (
    <span className="inline-flex min-w-18 flex-col gap-1 text-sm">
      <span className="text-muted">{what}</span>
      <span className={cn("whitespace-nowrap", look)}>{due.text}</span>
      <svg aria-hidden viewBox="0 0 100 2" preserveAspectRatio="none" className="h-0.5 w-full">
        <rect width="100" height="2" className="fill-sunken" />
        <rect width={filled} height="2" className={cn("fill-current", look)} />
      </svg>
    </span>
  );
}
