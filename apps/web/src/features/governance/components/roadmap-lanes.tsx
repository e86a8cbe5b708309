import type { RecordWords } from "@lilink/i18n";
import { type Bilingual, roadmapDirections } from "@lilink/model/register";
import { Badge, cn } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import type { CSSProperties } from "react";
import { TextLink } from "#components/button-link.tsx";
import { ownText } from "#features/record/view.ts";
import { caller } from "#lib/trpc/server.ts";

/** The four directions as lanes, each target at its year, and what the transition waits for. [RM1] */
export async function RoadmapLanes({ words }: { readonly words: RecordWords }) {
  const [t, locale, api] = await Promise.all([getTranslations("governance.roadmap"), getLocale(), caller()]);
  const { items } = await api.roadmapItem.list({ limit: 100 });
  if (items.length === 0) return null;
  const say = (text: unknown) => (text ? ownText(text as Bilingual, locale) : "");
  const years = items.map(({ values }) => Number(values.targetYear));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const axis = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return (
    <figure className="mb-8">
      <figcaption className="mb-3 font-medium">
        {t("title", { from: String(first), to: String(last) })}
      </figcaption>
      <div className="hidden gap-x-6 sm:grid sm:grid-cols-[10rem_minmax(0,1fr)]" aria-hidden>
        <span />
        {/* Marks stand in the left half, so that the words beside them have room. */}
        <span className="flex w-1/2 text-xs text-muted tabular-nums">
          {axis.map((year) => (
            <span key={year} className="min-w-0 flex-1 border-l border-line pl-1">
              {year}
            </span>
          ))}
        </span>
      </div>
      <ol className="divide-y divide-line border-y border-line">
        {roadmapDirections.map((direction) => {
          const own = items
            .filter(({ values }) => values.direction === direction)
            .sort((a, b) => Number(a.values.targetYear) - Number(b.values.targetYear));
          return (
            <li key={direction} className="grid gap-x-6 gap-y-2 py-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
              <span className="font-medium">{words.choice("direction", direction)}</span>
              <ul className="flex flex-col gap-2">
                {own.length === 0 ? <li className="text-sm text-muted">{t("none")}</li> : null}
                {own.map(({ publicId, state, values }) => (
                  // A point at its year: how far it has come is not known until today's value is.
                  <li
                    key={publicId}
                    className="sm:pl-[var(--at)]"
                    style={
                      {
                        "--at": `${((Number(values.targetYear) - first + 0.5) / axis.length) * 50}%`,
                      } as CSSProperties
                    }
                  >
                    <div className="flex items-baseline gap-2">
                      <span
                        aria-hidden
                        className={cn(
                          "size-2.5 shrink-0 rounded-full border-2 border-materials",
                          state === "reached" && "bg-materials",
                        )}
                      />
                      <span className="shrink-0 tabular-nums">{String(values.targetYear)}</span>
                      <TextLink href={`/roadmap/${publicId}`}>{say(values.title)}</TextLink>
                      <Badge tone={state === "adopted" || state === "reached" ? "success" : "neutral"}>
                        {words.state(state)}
                      </Badge>
                    </div>
                    <p className="pl-5 text-sm text-muted">
                      {say(values.current)
                        ? t("path", { today: say(values.current), target: say(values.target) })
                        : say(values.target)}
                      {values.transitionTo ? (
                        <span className="block">
                          {t("leads", { title: say(values.transitionTo) })}
                          {say(values.exitCriterion)
                            ? ` ${t("when", { criterion: say(values.exitCriterion) })}`
                            : ""}
                        </span>
                      ) : null}
                    </p>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
