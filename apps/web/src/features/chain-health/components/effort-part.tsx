import { effortKinds, fewestCrowding } from "@lilink/model/chain-health";
import { Badge, DataTable, StatRow } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { FigureStat } from "#components/figure.tsx";
import { nameOf } from "#features/chain/view.ts";
import { asLabel } from "#features/posting/view.ts";
import { byShortfall, type EffortPoint, scoreText, shareText } from "../view.ts";
import { EffortBars } from "./effort-bars.tsx";

/** Effort beside gap, each as a share of all: where its dot lies left of the gap too little is done, right of it more than elsewhere. */
export function EffortPart({
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
      <p className="prose-measure mb-3 text-muted">{t("lead", { share: percent(mismatch) })}</p>
      <StatRow>
        <FigureStat label={t("orphans")} value={count("orphan")} />
        <FigureStat label={t("crowded", { fewest: fewestCrowding })} value={count("crowded")} />
      </StatRow>
      <EffortBars points={byShortfall(points)} />
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
