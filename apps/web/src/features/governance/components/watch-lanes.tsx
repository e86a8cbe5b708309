import { countryName, isLocale, type RecordWords } from "@lilink/i18n";
import type { Bilingual } from "@lilink/model/register";
import { Badge, cn } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import type { RecordItem } from "#features/record/queries.ts";
import { ownText, showDay } from "#features/record/view.ts";
import { caller } from "#lib/trpc/server.ts";

/** A graver item has a larger mark. */
const sizes: Readonly<Record<string, string>> = { "1": "size-2", "2": "size-2.5", "3": "size-3.5" };
const most = 40;

/** What happened abroad as a lane for each country, from left to right by its day: hollow until the group has decided. [WA1] */
export async function WatchLanes({ words }: { readonly words: RecordWords }) {
  const [t, found, api] = await Promise.all([getTranslations("governance.watch"), getLocale(), caller()]);
  const locale = isLocale(found) ? found : "en";
  const { items } = await api.watchItem.list({ limit: most, sort: "-happenedOn" });
  const report = <TextLink href="/watch-items/report">{t("report")}</TextLink>;
  const dated = items.filter(({ values, state }) => values.happenedOn && state !== "merged");
  if (dated.length === 0) return <p className="mb-6">{report}</p>;
  const days = dated.map(({ values }) => toTime(values.happenedOn));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const [from, to] = [new Date(first).getUTCFullYear(), new Date(last).getUTCFullYear()];
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const [begin, end] = [Date.UTC(from, 0), Date.UTC(to + 1, 0)];
  const placeOf = ({ values }: RecordItem) => ((toTime(values.happenedOn) - begin) / (end - begin)) * 50;
  const countries = [...new Set(dated.map(({ values }) => String(values.country)))];
  return (
    <figure className="mb-8">
      <figcaption className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
        <span className="font-medium">{t("lanes", { count: dated.length })}</span>
        <span className="text-sm">{report}</span>
      </figcaption>
      <div className="hidden gap-x-6 sm:grid sm:grid-cols-[8rem_minmax(0,1fr)]" aria-hidden>
        <span />
        {/* Marks stand in the left half, so that the words beside them have room. */}
        <span className="flex w-1/2 text-xs text-muted tabular-nums">
          {years.map((year) => (
            <span key={year} className="min-w-0 flex-1 border-l border-line pl-1">
              {years.length > 10 ? String(year).slice(2) : year}
            </span>
          ))}
        </span>
      </div>
      <ol className="divide-y divide-line border-y border-line">
        {countries.map((country) => (
          <li key={country} className="grid gap-x-6 gap-y-2 py-3 sm:grid-cols-[8rem_minmax(0,1fr)]">
            <span className="font-medium">{countryName(country, locale)}</span>
            <ul className="flex flex-col gap-2">
              {dated
                .filter(({ values }) => values.country === country)
                .sort((a, b) => toTime(a.values.happenedOn) - toTime(b.values.happenedOn))
                .map((item) => (
                  <li
                    key={item.publicId}
                    className="flex items-baseline gap-2 text-sm sm:pl-[var(--at)]"
                    style={{ "--at": `${placeOf(item)}%` } as never}
                  >
                    <span
                      aria-hidden
                      className={cn(
                        "shrink-0 rounded-full border-2 border-ink/70",
                        sizes[String(item.values.severity)] ?? "size-2",
                        item.values.decision ? "bg-ink/70" : null,
                      )}
                    />
                    <span className="shrink-0 text-muted tabular-nums">
                      {showDay(String(item.values.happenedOn), locale)}
                    </span>
                    <span className="min-w-0">
                      <TextLink href={`/watch-items/${item.publicId}`}>
                        {ownText(item.values.title as Bilingual, locale)}
                      </TextLink>{" "}
                      <Badge tone={item.values.decision ? "success" : "neutral"}>
                        {words.state(item.state)}
                      </Badge>
                    </span>
                  </li>
                ))}
            </ul>
          </li>
        ))}
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
