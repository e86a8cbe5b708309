import { formatNumber, formatShare } from "@lilink/i18n";
import type { LineSpec } from "@lilink/ui/chart";
import { useLocale, useTranslations } from "next-intl";
import { Chart } from "#components/chart.tsx";
import type { Supply } from "../queries.ts";
import { periodName, sourceName } from "../view.ts";

/** Below this bounds are one line. */
const narrow = 0.001;

/** Share of the largest source over time against the ceiling, in percent, and below it the concentration, from 0 to 1. */
export function SupplyHistory({ history, ceiling }: Pick<Supply, "history" | "ceiling">) {
  const t = useTranslations("supply");
  const locale = useLocale();
  const percent = (share: number) => formatShare(share, locale, 1);
  const every = Math.max(1, Math.ceil(history.length / 6));
  const index = (value: number) => formatNumber(Math.round(value * 1000) / 1000, locale);
  const limit = `${formatNumber(ceiling.percent, locale)}%`;
  const common = {
    kind: "line" as const,
    head: [t("period")] as const,
    marks: history.flatMap(({ period }, x) =>
      x % every === 0 ? [{ x, label: periodName(period, locale) }] : [],
    ),
  };
  const shares: LineSpec = {
    ...common,
    formatY: (value) => `${formatNumber(value, locale)}%`,
    series: [
      {
        key: "top",
        label: t("historyTop"),
        tone: "resource",
        points: history.map(({ period, top: { source, share } }, x) => ({
          x,
          at: periodName(period, locale),
          y: share * 100,
          text: `${sourceName(source, locale, t("rest"))} ${percent(share)}`,
        })),
      },
      {
        key: "ceiling",
        label: t("historyCeiling", { set: ceiling.decidedAt ? "yes" : "no", ceiling: limit }),
        tone: "chain",
        stroke: "dashed",
        points: history.map(({ period }, x) => ({ x, at: period, y: ceiling.percent, text: limit })),
      },
    ],
  };
  const concentration: LineSpec = {
    ...common,
    formatY: index,
    series: [
      {
        key: "hhi",
        label: t("historyHhi"),
        tone: "smelting",
        points: history.map(({ period, low, high }, x) => {
          const isBand = high - low >= narrow;
          return {
            x,
            at: period,
            y: (low + high) / 2,
            text: isBand ? `${index(low)} – ${index(high)}` : index(low),
            ...(isBand && { band: { low, high, why: "residual" as const } }),
          };
        }),
      },
    ],
  };
  return (
    <div className="grid gap-8">
      <Chart title={t("historyTop")} spec={shares} />
      <Chart title={t("historyHhi")} spec={concentration} />
    </div>
  );
}
