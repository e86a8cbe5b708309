"use client";

import { formatDate, isLocale } from "@lilink/i18n";
import { shiftDate } from "@lilink/model/calendar";
import type { BindingVerdict } from "@lilink/model/conditions";
import { Badge, cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { TextLink } from "#components/button-link.tsx";
import { usePathname, useRouter } from "#lib/i18n/navigation.ts";
import { daysOf, fillOf, placeIn, verdictTones, type Window } from "../view.ts";

type Span = Window & { readonly verdict: BindingVerdict };

/** One plant under one kind of conditions. */
export type RibbonRow = {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly kind: string;
  readonly spans: readonly Span[];
};

type DayRibbonsProps = {
  readonly rows: readonly RibbonRow[];
  readonly window: Window;
  readonly on: string;
};

const grid = "grid items-center gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,18rem)_minmax(0,1fr)_8rem]";

// Listed here: the model's own list would bring every set of conditions into the page.
const verdicts = [
  "met",
  "not_met",
  "incomplete",
  "lapsed",
  "unregistered",
  "free",
] as const satisfies readonly BindingVerdict[];

/** What binds each plant on every day, and a line that is dragged over the days; when it is let go, the lists below follow. [CN5] */
export function DayRibbons({ rows, window, on }: DayRibbonsProps) {
  const t = useTranslations("condition");
  const given = useLocale();
  const locale = isLocale(given) ? given : "en";
  const router = useRouter();
  const pathname = usePathname();
  const id = useId();
  const [day, setDay] = useState(on);
  const first = Number(window.from.slice(0, 4));
  const years = Array.from({ length: Number(window.to.slice(0, 4)) - first }, (_, at) => first + at);
  const percent = (at: string) => `${(placeIn(at, window) / daysOf(window)) * 100}%`;
  const show = () => {
    if (day === on) return;
    // What else the address asks for stays.
    const query = new URLSearchParams(globalThis.location.search);
    query.set("on", day);
    router.replace(`${pathname}?${query}`, { scroll: false });
  };
  return (
    <figure className="mb-8">
      <div className={cn(grid, "mb-1")}>
        <label htmlFor={id} className="text-sm font-medium">
          {t("day")} <output className="tabular-nums">{formatDate(day, locale)}</output>
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={daysOf(window) - 1}
          value={placeIn(day, window)}
          aria-valuetext={formatDate(day, locale)}
          onChange={({ target }) => setDay(shiftDate(window.from, Number(target.value)))}
          onPointerUp={show}
          onKeyUp={show}
          className="w-full min-w-0 accent-[var(--color-ink)]"
        />
      </div>
      <div className={cn(grid, "max-sm:hidden")} aria-hidden>
        <span />
        <span className="flex text-xs text-muted tabular-nums">
          {years.map((year) => (
            <span key={year} className="min-w-0 flex-1 border-l border-line pl-1">
              {year}
            </span>
          ))}
        </span>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {rows.map(({ id: row, href, name, kind, spans }) => {
          const verdict = spans.find(({ from, to }) => from <= day && day < to)?.verdict ?? "free";
          return (
            <li key={row} className={cn(grid, "py-2")}>
              <span className="min-w-0 text-sm">
                <TextLink href={href}>{name}</TextLink>
                <span className="block text-muted">{kind}</span>
              </span>
              <span aria-hidden className="relative block h-4 bg-sunken">
                {spans.map(({ from, to, verdict: said }) => (
                  <span
                    key={from}
                    className="absolute inset-y-0 border-l border-ground"
                    style={{
                      left: percent(from),
                      width: `calc(${percent(to)} - ${percent(from)})`,
                      background: fillOf(said),
                    }}
                  />
                ))}
                <span className="absolute -top-1 -bottom-1 w-px bg-ink" style={{ left: percent(day) }} />
              </span>
              <span>
                <Badge tone={verdictTones[verdict]}>{t(`verdicts.${verdict}`)}</Badge>
              </span>
            </li>
          );
        })}
      </ul>
      <figcaption className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {verdicts.map((verdict) => (
          <span key={verdict} className="flex items-center gap-1.5">
            <span
              aria-hidden
              className="inline-block h-3 w-5 bg-sunken"
              style={{ background: fillOf(verdict) }}
            />
            {t(`verdicts.${verdict}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
