import { formatDate, type Locale, type RecordWords } from "@lilink/i18n";
import { type Bilingual, exchangeEvent } from "@lilink/model/register";
import { Badge, cn } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { RoutedLink } from "#components/button-link.tsx";
import { StateBadge } from "#features/record/components/state-badge.tsx";
import { ownText } from "#features/record/view.ts";
import { caller } from "#lib/trpc/server.ts";
import { listAttended } from "../queries.ts";

const mostShown = 24;

const isOver = (state: string) => state === "done" || state === "cancelled";

/** The events as the leaves of a calendar: what runs and what is to come, with the reader's own registration, then what is over. [EV1] */
export async function EventStrip({
  words,
  locale,
}: {
  readonly words: RecordWords;
  readonly locale: Locale;
}) {
  const [t, api] = await Promise.all([getTranslations("event.strip"), caller()]);
  const { items } = await api.exchangeEvent.list({ limit: 100, sort: "startsOn" });
  if (items.length === 0) return null;
  const shown = items
    .toSorted((a, b) => String(a.values.startsOn).localeCompare(String(b.values.startsOn)))
    .slice(-mostShown);
  const coming = shown.filter(({ state }) => !isOver(state));
  // What is over comes last, the newest first.
  const sorted = [...coming, ...shown.filter(({ state }) => isOver(state)).toReversed()];
  const attended = await listAttended();
  // A long English month does not fit beside a title.
  const month = new Intl.DateTimeFormat(locale, { year: "numeric", month: "short", timeZone: "UTC" });
  return (
    <section aria-label={t("title")} className="mb-8">
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {sorted.map(({ publicId, state, values }) => {
          const day = String(values.startsOn);
          return (
            <li key={publicId}>
              <RoutedLink
                href={`/events/${publicId}`}
                className={cn(
                  "flex h-full gap-3 rounded-md border border-line p-3 text-ink no-underline hover:border-edge",
                  isOver(state) && "bg-raised",
                  state === "running" && "border-ink",
                )}
              >
                <span
                  aria-hidden
                  className="flex w-20 shrink-0 flex-col items-center border-r border-line pr-3 tabular-nums"
                >
                  <span className="whitespace-nowrap text-xs text-muted">{month.format(new Date(day))}</span>
                  <span className="text-xl font-semibold">{Number(day.slice(8))}</span>
                </span>
                <span className="flex min-w-0 flex-col items-start gap-1">
                  <span className="font-medium wrap-anywhere">
                    {ownText(values.title as Bilingual, locale)}
                  </span>
                  <span className="text-sm text-muted">
                    {words.choice("kind", String(values.kind))} ·{" "}
                    {words.choice("province", String(values.province))}
                  </span>
                  <span className="flex flex-wrap gap-2">
                    <StateBadge register={exchangeEvent} words={words} state={state} />
                    {!isOver(state) && attended.has(publicId) ? (
                      <Badge tone="success">{t("registered")}</Badge>
                    ) : null}
                  </span>
                  <span className="sr-only">{formatDate(day, locale)}</span>
                </span>
              </RoutedLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
