import { formatDate } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import type { BatteryLife } from "../queries.ts";
import { daysOfKnowledge } from "./life-days.ts";

type KnownDaysProps = {
  readonly path: string;
  readonly days: BatteryLife["knownDays"];
  readonly knownOn: string | undefined;
};

/** The days on which something became known, to go through one by one; one day alone is no choice. */
export function KnownDays({ path, days, knownOn }: KnownDaysProps) {
  const t = useTranslations("battery.life.knownDays");
  const locale = useLocale();
  if (days.length < 2) return null;
  const { shown, before, after } = daysOfKnowledge(days, knownOn);
  const hrefOf = (on: string) => `${path}?known=${on}#life` as const;
  return (
    <nav aria-label={t("title")} className="no-print mb-4">
      <p className="mb-1 text-sm text-muted">{t("title")}</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        {before ? (
          <ButtonLink href={hrefOf(before)} variant="quiet">
            {`‹ ${t("before")}`}
          </ButtonLink>
        ) : null}
        {days.map(({ on, events }) => {
          const text = t("day", { date: formatDate(on, locale), count: events });
          return on === shown ? (
            <strong key={on} aria-current="date" className="whitespace-nowrap">
              {text}
            </strong>
          ) : (
            <TextLink key={on} href={hrefOf(on)} className="whitespace-nowrap">
              {text}
            </TextLink>
          );
        })}
        {after ? (
          <ButtonLink href={hrefOf(after)} variant="quiet">
            {`${t("after")} ›`}
          </ButtonLink>
        ) : null}
      </div>
    </nav>
  );
}
