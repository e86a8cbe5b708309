import { formatDate, isLocale, policyStatusWords } from "@lilink/i18n";
import type { PolicyStatus } from "@lilink/model/governance";
import { Button, cn, Field, TextInput } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ownText } from "#features/record/view.ts";
import { readPolicyLives } from "../queries.ts";
import { toAxis } from "../view.ts";
import { PolicyStatusBadge } from "./policy-status-badge.tsx";
import { StatusRibbon, statusFill, YearScale } from "./status-ribbon.tsx";

/** Every policy with its life and what it is on a day that the reader chooses. [PY5] */
export async function PolicyLanes({ on }: { readonly on: string | undefined }) {
  const [t, feed, locale, lives] = await Promise.all([
    getTranslations("governance.policy"),
    getTranslations("governance.feed"),
    getLocale(),
    readPolicyLives(on),
  ]);
  const known = lives.items.filter(({ spans }) => spans.length > 0);
  if (known.length === 0) return null;
  const axis = toAxis(
    known.flatMap(({ spans }) => spans),
    lives.on,
  );
  const word = locale === "en" ? 1 : 0;
  return (
    <figure className="mb-8">
      <figcaption className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <span className="font-medium">
          {t("lanes", {
            day: formatDate(lives.on, isLocale(locale) ? locale : "en"),
            count: known.length,
            without: lives.items.length - known.length,
          })}
        </span>
        <form method="get" className="flex items-end gap-2">
          <Field id="policy-day" label={t("day")}>
            {(aria) => <TextInput {...aria} type="date" name="on" defaultValue={lives.on} required />}
          </Field>
          <Button type="submit">{t("show")}</Button>
        </form>
      </figcaption>
      <div className="hidden grid-cols-[minmax(0,20rem)_minmax(0,1fr)_14rem] gap-x-4 sm:grid" aria-hidden>
        <span />
        <YearScale years={axis.years} />
        <span />
      </div>
      <details className="folds-on-phone">
        <summary className="py-2 font-medium sm:sr-only">{t("lanesFold", { count: known.length })}</summary>
        <ul className="divide-y divide-line border-y border-line">
          {known.map(({ publicId, titleZh, titleEn, status, spans }) => (
            <li
              key={publicId}
              className="grid items-center gap-x-4 gap-y-1 py-2 sm:grid-cols-[minmax(0,20rem)_minmax(0,1fr)_14rem]"
            >
              <TextLink href={`/policies/${publicId}`} className="min-w-0 text-sm">
                {ownText({ zh: titleZh, en: titleEn }, locale)}
              </TextLink>
              <StatusRibbon spans={spans} axis={axis} on={lives.on} />
              <span>
                {status === null ? (
                  <span className="text-sm text-muted">{t("notYet")}</span>
                ) : (
                  <PolicyStatusBadge status={status} />
                )}
              </span>
            </li>
          ))}
        </ul>
        <StatusLegend
          statuses={[...new Set(known.flatMap(({ spans }) => spans.map(({ status }) => status)))]}
          word={word}
        />
        <p className="mt-2 text-xs text-muted">{t("lanesNote")}</p>
      </details>
      <p className="mt-2 flex flex-wrap gap-x-4 text-sm">
        <span className="text-muted">{feed("subscribe")}</span>
        {(["atom", "rss", "json"] as const).map((format) => (
          <a key={format} className="text-link" href={`/api/feed/${format}?locale=${locale}`}>
            {feed(format)}
          </a>
        ))}
      </p>
    </figure>
  );
}

/** What each look of a ribbon says. */
function StatusLegend({
  statuses,
  word,
}: {
  readonly statuses: readonly PolicyStatus[];
  readonly word: 0 | 1;
}) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {statuses.map((status) => (
        <li key={status} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className={cn("h-3 w-6", status === "repealed" && "opacity-40")}
            style={{ background: statusFill(status) }}
          />
          {policyStatusWords[status][word]}
        </li>
      ))}
    </ul>
  );
}
