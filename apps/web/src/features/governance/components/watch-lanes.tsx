import { countryName, isLocale } from "@lilink/i18n";
import type { Bilingual } from "@lilink/model/register";
import { cn } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import type { RecordItem } from "#features/record/queries.ts";
import { ownText, showDay } from "#features/record/view.ts";
import { caller } from "#lib/trpc/server.ts";

/** An item of a higher grade has a larger mark. */
const sizes: Readonly<Record<string, string>> = { "1": "size-2.5", "2": "size-3", "3": "size-4" };
const most = 40;

/**
 * What happened abroad as a lane for each country, from left to right by its day: hollow until the group has decided. The list below
 * says what each mark is. [WA1]
 */
export async function WatchLanes() {
  const [t, found, api] = await Promise.all([getTranslations("governance.watch"), getLocale(), caller()]);
  const locale = isLocale(found) ? found : "en";
  const { items } = await api.watchItem.list({ limit: most, sort: "-happenedOn" });
  const report = <TextLink href="/watch-items/report">{t("report")}</TextLink>;
  const dated = items.filter(({ values, state }) => values.happenedOn && state !== "merged");
  if (dated.length === 0) return <p className="mb-6">{report}</p>;
  const days = dated.map(({ values }) => toTime(values.happenedOn));
  const [from, to] = [Math.min(...days), Math.max(...days)].map((day) => new Date(day).getUTCFullYear());
  const years = Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, at) => (from ?? 0) + at);
  const [begin, end] = [Date.UTC(from ?? 0, 0), Date.UTC((to ?? 0) + 1, 0)];
  const placeOf = ({ values }: RecordItem) => ((toTime(values.happenedOn) - begin) / (end - begin)) * 100;
  const countries = [...new Set(dated.map(({ values }) => String(values.country)))];
  const asOf = items
    .map(({ values }) => String(values.foundOn ?? ""))
    .sort()
    .at(-1);
  const nameOf = ({ values }: RecordItem) =>
    `${showDay(String(values.happenedOn), locale)} ${ownText(values.title as Bilingual, locale)}`;
  const row = "grid grid-cols-[5.5rem_minmax(0,1fr)] items-center gap-x-3 sm:grid-cols-[8rem_minmax(0,1fr)]";
  return (
    <figure className="mb-8">
      <figcaption className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
        <span>
          <span className="font-medium">{t("lanes", { count: dated.length })}</span>
          {asOf ? (
            <span className="ml-3 text-sm text-muted">{t("asOf", { date: showDay(asOf, locale) })}</span>
          ) : null}
        </span>
        <span className="text-sm">{report}</span>
      </figcaption>
      <div className={row} aria-hidden>
        <span />
        <span className="flex text-xs text-muted tabular-nums">
          {years.map((year) => (
            <span key={year} className="min-w-0 flex-1 border-l border-line pl-1">
              <span className="max-sm:hidden">{year}</span>
              <span className="sm:hidden">{`’${String(year).slice(2)}`}</span>
            </span>
          ))}
        </span>
      </div>
      <ol className="divide-y divide-line border-y border-line">
        {countries.map((country) => {
          const own = dated.filter(({ values }) => values.country === country);
          return (
            <li key={country} className={cn(row, "py-2")}>
              <span className="font-medium">{countryName(country, locale)}</span>
              <span className="relative block h-6">
                <span className="sr-only">{own.map(nameOf).join("; ")}</span>
                {own.map((item) => (
                  <span
                    key={item.publicId}
                    aria-hidden
                    title={nameOf(item)}
                    className={cn(
                      "absolute top-1/2 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-ink/70",
                      sizes[String(item.values.severity)] ?? "size-2.5",
                      item.values.decision ? "bg-ink/70" : "bg-ground",
                    )}
                    style={{ left: `${placeOf(item)}%` }}
                  />
                ))}
              </span>
            </li>
          );
        })}
      </ol>
      <p className="mt-2 text-sm text-muted">
        {t("lanesHow")}
        {items.length > dated.length ? ` ${t("undated", { count: items.length - dated.length })}` : ""}
      </p>
    </figure>
  );
}

/** The begin of a day, a month or a year in milliseconds. */
const toTime = (day: unknown) => Date.parse(`${String(day)}${"-01-01".slice(String(day).length - 4)}`);
