import { formatNumber } from "@lilink/i18n";
import type { LineSpec } from "@lilink/ui/chart";
import { useLocale, useTranslations } from "next-intl";
import { Chart } from "#components/chart.tsx";
import type { Supply } from "../queries.ts";
import { sourceName } from "../view.ts";

/** Below this bounds are one line. */
const narrow = 0.001;

/** Share of the largest source and concentration over time, against the ceiling; all from 0 to 100. */
export function SupplyHistory({ history, ceiling }: Pick<Supply, "history"> & { readonly ceiling: number }) {
  const t = useTranslations("supply");
  const locale = useLocale();
  const percent = (share: number) => `${formatNumber(Math.round(share * 1000) / 10, locale)} %`;
  const every = Math.max(1, Math.ceil(history.length / 6));
  const spec: LineSpec = {
    kind: "line",
    head: [t("period")],
    formatY: (value) => `${formatNumber(value, locale)} %`,
    marks: history.flatMap(({ period }, x) => (x % every === 0 ? [{ x, label: period }] : [])),
    series: [
      {
        key: "top",
        label: t("historyTop"),
        tone: "resource",
        points: history.map(({ period, top: { source, share } }, x) => ({
          x,
          at: period,
          y: share * 100,
          text: `${sourceName(source, locale, t("rest"))} ${percent(share)}`,
        })),
      },
      {
        key: "hhi",
        label: t("historyHhi"),
        tone: "smelting",
        points: history.map(({ period, low, high }, x) => {
          const isBand = high - low >= narrow;
          return {
            x,
            at: period,
            y: (low + high) * 50,
            text: isBand ? `${percent(low)} – ${percent(high)}` : percent(low),
            ...(isBand && { band: { low: low * 100, high: high * 100, why: "residual" as const } }),
          };
        }),
      },
      {
        key: "ceiling",
        label: t("historyCeiling"),
        tone: "chain",
        stroke: "dashed",
        points: history.map(({ period }, x) => ({ x, at: period, y: ceiling, text: `${ceiling} %` })),
      },
    ],
  };
  return <Chart title={t("history")} hideTitle spec={spec} />;
}
