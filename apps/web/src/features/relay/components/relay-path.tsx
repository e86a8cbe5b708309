import { toShanghaiDate } from "@lilink/model/calendar";
import { monthsFrom } from "@lilink/model/fund/life";
import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { OneResult } from "../queries.ts";
import { monthText, toLocale, waitTone } from "../view.ts";

const stations = ["waits", "claimed", "working", "in_product"] as const;

/** The way of a result from hand to hand: stations that it passed are filled, the one where it stands says since when. [RY4] */
export function RelayPath({ result, now }: { readonly result: OneResult["result"]; readonly now: Date }) {
  const t = useTranslations("relay");
  const locale = toLocale(useLocale());
  const { lane, clock, since, returned } = result;
  const at = lane === "returned" ? 0 : stations.indexOf(lane);
  const waited = lane === "returned" ? monthsFrom(since, toShanghaiDate(now)) : clock.months;
  return (
    <div>
      <ol className="grid grid-cols-4">
        {stations.map((station, index) => (
          <li key={station} className="relative flex flex-col items-center gap-1 px-1 text-center">
            {index > 0 ? (
              <span
                aria-hidden
                className={cn("absolute top-2.5 right-1/2 h-0.5 w-full", index <= at ? "bg-ink" : "hatched")}
              />
            ) : null}
            <span
              aria-hidden
              className={cn(
                "relative z-10 size-5 rounded-full border-2",
                index < at && "border-ink bg-ink",
                index === at &&
                  (lane === "in_product" ? "border-success bg-success" : "border-accent bg-accent"),
                index > at && "border-edge bg-ground",
              )}
            />
            <span
              className={cn("text-sm", index === at ? "font-semibold" : "text-muted")}
              aria-current={index === at ? "step" : undefined}
            >
              {t(`lane.${station}`)}
            </span>
            {index === at ? (
              <span className={cn("text-sm tabular-nums", index === 0 ? waitTone(waited) : "text-muted")}>
                {index === 0
                  ? t("board.waits", { months: waited })
                  : t("board.since", { month: monthText(since, locale) })}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {returned > 0 ? (
        <p className="mt-3 text-sm text-muted">{t("board.returnedTimes", { count: returned })}</p>
      ) : null}
    </div>
  );
}
