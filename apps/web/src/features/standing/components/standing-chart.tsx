import { formatNumber, formatQuantity, formatUnit, toReading } from "@lilink/i18n";
import { leadPart, loadGoal } from "@lilink/model/goals";
import { useLocale, useTranslations } from "next-intl";
import { Chart } from "#components/chart.tsx";
import { inLocale } from "#lib/in-locale.ts";
import type { StandingDetail } from "../queries.ts";
import { releasedBesidePaper, toStandingLines } from "../view.ts";

/** So many years are all named below the picture; of more, every fifth. */
const fewYears = 8;

/** Of several measures the one whose figures, picture and what-if are shown. */
export const ownMeasure = ({ parts, method }: Pick<StandingDetail, "parts" | "method">) =>
  (parts.length > 1 && method !== "conformity" ? leadPart(parts)?.name : null) ?? null;

/** What was released, the paper's baseline apart from it, the way to the target and where the pace would lead. */
export function StandingChart({ standing }: { readonly standing: StandingDetail }) {
  const t = useTranslations("standing.chart");
  const locale = useLocale();
  const own = ownMeasure(standing);
  const names = {
    actual: t("actual"),
    base: t("base"),
    before: t("before"),
    path: t("path"),
    level: t("level"),
    line: t("line"),
    growth: t("growth"),
  };
  const series = toStandingLines(standing, names, locale, loadGoal(standing.goal).link);
  const { baseline: base, unit } = standing;
  const beside = releasedBesidePaper(standing);
  const amount = (value: string) => formatQuantity(toReading(value), unit, locale);
  const isProjected = series.some(({ key }) => key === "line" || key === "growth");
  const years = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  return (
    <div className="min-w-0">
      <Chart
        title={t(isProjected ? "title" : "titlePlain")}
        subtitle={
          [own && inLocale(own, locale), standing.unit && formatUnit(standing.unit, locale)]
            .filter(Boolean)
            .join(" · ") || undefined
        }
        source={isProjected ? t("note") : t("source")}
        spec={{
          kind: "line",
          head: [t("year")],
          series,
          marks: years
            .filter((year) => years.length <= fewYears || year % 5 === 0 || year === years.at(-1))
            .map((year) => ({ x: year, label: String(year) })),
          formatY: (value) => formatNumber(value, locale, "short"),
        }}
      />
      {beside === null || !base ? null : (
        <p className="mt-2 max-w-2xl text-sm">
          {t("apart", { year: base.year, paper: amount(base.value), own: amount(beside) })}
        </p>
      )}
    </div>
  );
}
