import { formatDate, formatDue } from "@lilink/i18n";
import { cn } from "@lilink/ui";
import { useLocale } from "next-intl";

const looks = { overdue: "text-danger", soon: "text-warning", later: "" } as const;

/** A due date as a day and in words; what is near stands out by weight as well as by colour. */
export function DueText({ due }: { readonly due: Date }) {
  const locale = useLocale();
  const { text, tone } = formatDue(due, new Date(), locale);
  return (
    <span className="whitespace-nowrap tabular-nums">
      <time dateTime={due.toISOString()}>{formatDate(due, locale)}</time>
      <span className={cn("ml-2 text-sm", looks[tone], tone !== "later" && "font-medium")}>{text}</span>
    </span>
  );
}
