import { readerHalf } from "@lilink/i18n";
import { daysBetween } from "@lilink/model/calendar";
import { StatRow } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { Award } from "../queries.ts";
import { dayText, share } from "../view.ts";
import { FundStat } from "./fund-stat.tsx";

type Project = Award["project"];
/** So many milestones are told that often hold the end. */
const told = 3;

/** When a project ends as things stand, what holds the end, and how likely it ends by which day; in words. [PJ2] [PJ4] */
export function PathPart({ project }: { readonly project: Project }) {
  const t = useTranslations("fund.path");
  const locale = useLocale();
  const { milestones, path, forecast, until } = project;
  if (!path || path.holds.length === 0) return null;
  const titleOf = (id: string) =>
    readerHalf(milestones.find(({ publicId }) => publicId === id)?.title ?? id, locale);
  const spare = daysBetween(path.endOn, until);
  const chain = path.holds.flatMap((id) => path.lines.find((line) => line.id === id) ?? []);
  return (
    <div className="mb-8">
      <h3 className="mb-1 font-medium">{t("title")}</h3>
      <p className="prose-measure mb-2">
        {t(spare < 0 ? "endLate" : "endSpare", { day: dayText(path.endOn, locale), days: Math.abs(spare) })}
      </p>
      <ol className="prose-measure mb-4 list-decimal ps-5 text-sm">
        {chain.map(({ id, because, waitsFor, startOn, endOn, slack }) => (
          <li key={id}>
            {t(`because.${slack === null ? "ended" : because}`, {
              title: titleOf(id),
              before: waitsFor === null ? "" : titleOf(waitsFor),
              start: dayText(startOn, locale),
              end: dayText(endOn, locale),
            })}
          </li>
        ))}
      </ol>
      {forecast ? (
        <>
          <StatRow>
            <FundStat label={t("p50")} value={dayText(forecast.p50, locale)} />
            <FundStat label={t("p80")} value={dayText(forecast.p80, locale)} />
            <FundStat label={t("p90")} value={dayText(forecast.p90, locale)} />
            <FundStat label={t("inTime", { day: dayText(until, locale) })} value={share(forecast.inTime)} />
          </StatRow>
          <p className="prose-measure mt-2 text-sm text-muted">
            {t("drawn", { draws: forecast.draws, ...forecast.bases })}
          </p>
          <ul className="prose-measure mt-1 text-sm">
            {forecast.holds
              .filter(({ share: part }) => part > 0)
              .slice(0, told)
              .map(({ id, share: part }) => (
                <li key={id}>{t("often", { title: titleOf(id), share: share(part) })}</li>
              ))}
          </ul>
        </>
      ) : (
        <p className="prose-measure text-sm text-muted">{t("noForecast")}</p>
      )}
    </div>
  );
}
