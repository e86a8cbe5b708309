import { type ChartProps, Chart as UiChart, type WhyLabels, whys } from "@lilink/ui/chart";
import { useTranslations } from "next-intl";

/** A chart with its table, in the reader's language. It is drawn on the server: a client file cannot import it. */
export function Chart(props: Omit<ChartProps, "tableLabel" | "whyLabels">) {
  const t = useTranslations("common.chart");
  const whyLabels = Object.fromEntries(whys.map((why) => [why, t(`why.${why}`)])) as WhyLabels;
  return <UiChart {...props} tableLabel={t("table")} whyLabels={whyLabels} />;
}
