import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { AboutLine } from "#features/posting/components/made-title.tsx";
import type { RelayBoard } from "../queries.ts";
import { titleOf, waitTone } from "../view.ts";

/** So many results are drawn, those that wait longest first. */
const most = 16;

/** How long each result waited for its first claim, or waits still; the dashed line is the month by which half are taken on. [RY4] */
export function ClockBars({ results, clock }: Pick<RelayBoard, "results" | "clock">) {
  const t = useTranslations("relay.board");
  const locale = useLocale();
  const shown = results
    .toSorted((a, b) => Number(b.clock.isOpen) - Number(a.clock.isOpen) || b.clock.months - a.clock.months)
    .slice(0, most);
  const longest = Math.max(1, clock.median ?? 0, ...shown.map(({ clock: own }) => own.months));
  const width = (months: number) => `${(months / longest) * 100}%`;
  return (
    <div>
      {clock.median === null ? null : (
        <p className="mb-2 flex items-center gap-2 text-sm text-muted">
          <span aria-hidden className="h-4 border-l border-dashed border-ink" />
          {t("clockMedian", { months: clock.median })}
        </p>
      )}
      <ul>
        {shown.map(({ publicId, node, clock: { months, isOpen }, ...result }) => (
          <li
            key={publicId}
            className="grid items-center gap-x-4 border-b border-line py-1.5 sm:grid-cols-[16rem_minmax(0,1fr)]"
          >
            <span className="text-sm">
              <TextLink href={`/fund/relay/${publicId}`}>
                <OwnWords>{titleOf(result, locale)}</OwnWords>
              </TextLink>
              <AboutLine title={titleOf(result, locale)} concept={node} />
            </span>
            <span className="grid grid-cols-[minmax(0,1fr)_9.5rem] items-center gap-3">
              <span aria-hidden className="relative block h-5">
                <span
                  className={cn(
                    "absolute inset-y-1 left-0 min-w-0.5 border",
                    isOpen ? "hatched border-edge" : "border-info bg-info",
                  )}
                  style={{ width: width(months) }}
                />
                {clock.median === null ? null : (
                  <span
                    className="absolute inset-y-0 border-l border-dashed border-ink"
                    style={{ left: width(clock.median) }}
                  />
                )}
              </span>
              <span
                className={cn("text-right text-sm tabular-nums", isOpen ? waitTone(months) : "text-muted")}
              >
                {t("clockText", { months, open: isOpen ? "yes" : "no" })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
