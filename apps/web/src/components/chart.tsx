import { type ChartProps, Chart as UiChart, type WhyLabels, whys } from "@lilink/ui/chart";
import { useTranslations } from "next-intl";
import { runtime } from "#lib/runtime.ts";

/** A chart with its table, in the reader's language. It is drawn on the server: a client file cannot import it. */
export function Chart({
  tableBeside = false,
  whys: ownWhys,
  ...props
}: Omit<ChartProps, "tableLabel" | "whyLabels" | "save"> & {
  /** The page prints the same figures beside the chart. */
  readonly tableBeside?: boolean;
  /** What a reason is called on this chart, where the common word says too little. */
  readonly whys?: Partial<WhyLabels>;
}) {
  const t = useTranslations("common.chart");
  const sample = useTranslations("common.sample");
  const whyLabels = Object.fromEntries(
    whys.map((why) => [why, ownWhys?.[why] ?? t(`why.${why}`)]),
  ) as WhyLabels;
  // A map is crowded where deposits are near each other, so it can be moved and zoomed.
  const explore =
    props.spec.kind === "map"
      ? {
          explore: t("explore"),
          zoomIn: t("zoomIn"),
          zoomOut: t("zoomOut"),
          leave: t("leave"),
          failed: t("failed"),
          hint: t("hint"),
        }
      : undefined;
  return (
    <UiChart
      {...props}
      explore={explore}
      save={{
        save: t("save"),
        failed: t("unsaved"),
        mark: runtime().config.demo ? sample("why") : undefined,
      }}
      tableLabel={tableBeside ? undefined : t("table")}
      whyLabels={whyLabels}
    />
  );
}
