import { effortKinds, fewestCrowding } from "@lilink/model/chain-health";
import { Badge, DataTable, StatRow } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { FigureStat } from "#components/figure.tsx";
import { nameOf } from "#features/chain/view.ts";
import { asLabel } from "#features/posting/view.ts";
import { type EffortPoint, letterOf, scoreText, shareText } from "../view.ts";
import { EffortPlot } from "./effort-plot.tsx";

/** Effort against gap, each as a share of all: below the diagonal too little is done, above it more than elsewhere. */
export function EffortScatter({
  points,
  mismatch,
}: {
  readonly points: readonly EffortPoint[];
  readonly mismatch: number;
}) {
  const t = useTranslations("health.effort");
  const locale = useLocale();
  const percent = (value: number) => shareText(value, locale);
  const count = (wanted: EffortPoint["verdict"]) => points.filter(({ verdict }) => verdict === wanted).length;
  return (
    <>
      <p className="prose-measure mb-3 text-muted">{t("lead", { fewest: fewestCrowding })}</p>
      <StatRow>
        <FigureStat label={t("mismatch")} value={Math.round(mismatch * 1000) / 10} unit="%" />
        <FigureStat label={t("orphans")} value={count("orphan")} />
        <FigureStat label={t("crowded", { fewest: fewestCrowding })} value={count("crowded")} />
      </StatRow>
      <div className="mt-4">
        <EffortPlot points={points} className="sm:hidden" />
        <EffortPlot points={points} isWide className="max-sm:hidden" />
      </div>
      <p className="mt-1 mb-4 flex flex-wrap gap-x-4 text-xs text-muted">
        <span className="text-danger">● {t("orphan")}</span>
        <span className="text-warning">● {t("crowdedOne")}</span>
        <span>● {t("other")}</span>
      </p>
      <ul className="mb-4 gap-x-8 text-sm sm:columns-2 lg:columns-3 [&>li]:break-inside-avoid">
        {points.map(({ node, verdict }, at) => (
          <li key={node.concept} className="flex items-baseline gap-2 py-0.5">
            <span className="w-4 shrink-0 text-muted">{letterOf(at)}</span>
            <span
              aria-hidden
              className={`size-2 shrink-0 rounded-full ${verdict === "orphan" ? "bg-danger" : verdict === "crowded" ? "bg-warning" : "bg-edge"}`}
            />
            <TextLink href={`/chain/${node.concept}`} className="min-w-0">
              {asLabel(nameOf(node.of, locale), locale)}
            </TextLink>
          </li>
        ))}
      </ul>
      <details>
        <summary className="w-fit text-muted">{t("table")}</summary>
        <DataTable
          caption={t("table")}
          rows={points}
          rowKey={({ node }) => node.concept}
          columns={[
            {
              key: "node",
              label: t("node"),
              lead: true,
              cell: ({ node }) => (
                <TextLink href={`/chain/${node.concept}`}>
                  {asLabel(nameOf(node.of, locale), locale)}
                </TextLink>
              ),
            },
            {
              key: "score",
              label: t("score"),
              align: "end",
              cell: ({ node }) => scoreText(node.geometricLow, node.geometricHigh, locale),
            },
            { key: "gap", label: t("gap"), align: "end", cell: ({ gap }) => percent(gap) },
            { key: "effort", label: t("share"), align: "end", cell: ({ effort }) => percent(effort) },
            ...([...effortKinds, "need"] as const).map((kind) => ({
              key: kind,
              label: t(`kind.${kind}`),
              align: "end" as const,
              cell: ({ counts }: EffortPoint) => String(counts[kind] ?? 0),
            })),
            {
              key: "verdict",
              label: t("verdict"),
              cell: ({ verdict }) =>
                verdict ? (
                  <Badge tone={verdict === "orphan" ? "danger" : "warning"}>
                    {verdict === "orphan" ? t("orphan") : t("crowdedOne", { fewest: fewestCrowding })}
                  </Badge>
                ) : null,
            },
          ]}
        />
      </details>
    </>
  );
}
