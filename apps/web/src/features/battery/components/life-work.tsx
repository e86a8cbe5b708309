import { formatDate } from "@lilink/i18n";
import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { BatteryLife } from "../queries.ts";

/** What is open about a battery: whose it is to do, and until when. */
export function LifeWork({ items }: { readonly items: BatteryLife["items"] }) {
  const t = useTranslations("battery.life.work");
  const kinds = useTranslations("oversight.kind");
  const locale = useLocale();
  if (items.length === 0) return <p className="text-sm text-muted">{t("none")}</p>;
  return (
    <ul className="border-t border-line">
      {items.map(({ id, kind, code, occurredOn, dueOn, isOverdue, isOwn }) => (
        <li key={id} className="border-b border-line py-2">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-medium">{kinds(kind)}</span>
            <span className={cn("text-sm", isOverdue ? "font-semibold text-danger" : "text-muted")}>
              {dueOn === null
                ? t("noDay")
                : t(isOverdue ? "late" : "until", { date: formatDate(dueOn, locale) })}
            </span>
          </p>
          <p className="text-sm text-muted">
            {t(isOwn ? "own" : "other", { date: formatDate(occurredOn, locale), code: `…${code.slice(-9)}` })}
          </p>
        </li>
      ))}
    </ul>
  );
}
