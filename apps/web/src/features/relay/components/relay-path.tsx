import { toShanghaiDate } from "@lilink/model/calendar";
import { monthsFrom } from "@lilink/model/fund/life";
import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { PathSteps } from "#components/path-steps.tsx";
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
      <PathSteps
        at={at}
        isDone={lane === "in_product"}
        steps={stations.map((station, index) => ({
          key: station,
          label: t(`lane.${station}`),
          note:
            index === at ? (
              <span className={cn("text-sm tabular-nums", index === 0 ? waitTone(waited) : "text-muted")}>
                {index === 0
                  ? t("board.waits", { months: waited })
                  : t("board.since", { month: monthText(since, locale) })}
              </span>
            ) : null,
        }))}
      />
      {returned > 0 ? (
        <p className="mt-3 text-sm text-muted">{t("board.returnedTimes", { count: returned })}</p>
      ) : null}
    </div>
  );
}
