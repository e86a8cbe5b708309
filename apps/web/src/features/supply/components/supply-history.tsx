import { formatNumber } from "@lilink/i18n";
import type { LineSpec } from "@lilink/ui/chart";
import { useLocale, useTranslations } from "next-intl";
import { Chart } from "#components/chart.tsx";
import type { Supply } from "../queries.ts";

/** Share of the largest source and concentration over time, against the ceiling; all from 0 to 100. */
export function SupplyHistory({ history, ceiling }: Pick<Supply, "history"> & { readonly ceiling: number }) {
  const t = useTranslations("supply");
  const locale = useLocale();
  const known = history.filter(({ concentration }) => concentration?.top);
  const percent = (share: number) => `${formatNumber(Math.round(share * 1000) / 10, locale)} %`;
  const every = Math.max(1, Math.ceil(known.length / 6));
  const spec: LineSpec = {
    kind: "line",
    head: [t("period")],
    formatY: (value) => `${formatNumber(value, locale)} %`,
    marks: known.flatMap(({ period }, x) => (x % every === 0 ? [{ x, label: period }] : [])),
    series: [
      {
        key: "top",
        label: t("historyTop"),
        tone: "resource",
        points: known.map(({ period, concentration }, x) => ({
          x,
          at: period,
          y: (concentration?.top?.share ?? 0) * 100,
          text: `${concentration?.top?.source} ${percent(concentration?.top?.share ?? 0)}`,
        })),
      },
      {
        key: "hhi",
        label: t("historyHhi"),
        tone: "smelting",
        points: known.map(({ period, concentration }, x) => {
          const [low, high] = [(concentration?.low ?? 0) * 100, (concentration?.high ?? 0) * 100];
          return {
            x,
            at: period,
            y: (low + high) / 2,
            text: high - low < 0.1 ? percent(low / 100) : `${percent(low / 100)} – ${percent(high / 100)}`,
            ...(high - low < 0.1 ? {} : { band: { low, high, why: "residual" as const } }),
          };
        }),
      },
      {
        key: "ceiling",
        label: t("historyCeiling"),
        tone: "chain",
        stroke: "dashed",
        points: known.map(({ period }, x) => ({ x, at: period, y: ceiling, text: `${ceiling} %` })),
      },
    ],
  };
  return <Chart title={t("history")} hideTitle spec={spec} />;
}
