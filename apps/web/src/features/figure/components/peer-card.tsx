import { formatQuantity } from "@lilink/i18n";
import { StatRow } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { FigureStat } from "#components/figure.tsx";
import type { PeerItem } from "../queries.ts";
import type { Best } from "../view.ts";

export type PeerCardProps = {
  readonly peers: readonly PeerItem[];
  readonly nameOf: (measure: string) => string;
  /** What is reached anywhere; it stands beside a measure of the same unit. */
  readonly best: readonly Best[];
};

/** One's own verified figure beside the middle of the peers; shown to nobody who did not file. */
export function PeerCard({ peers, best, nameOf }: PeerCardProps) {
  const t = useTranslations("standing.bench");
  const locale = useLocale();
  const latest = peers.filter(({ period }) => period === peers[0]?.period);
  if (latest.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <h3>{t("title")}</h3>
      <p className="prose-measure text-sm text-muted">{t("lead")}</p>
      {latest.map(({ measure, unit, own, low, middle, high, period }) => (
        <div key={measure}>
          <p className="mb-1 text-sm">{`${nameOf(measure)} · ${period}`}</p>
          <StatRow>
            <FigureStat label={t("own")} value={own} unit={unit} />
            <FigureStat
              label={t("band")}
              value={middle}
              unit={unit}
              note={`${t("low")} ${formatQuantity(low, unit, locale)} · ${t("high")} ${formatQuantity(high, unit, locale)}`}
            />
            {best
              .filter((one) => one.unit === unit)
              .map(({ publicId, value, title, holder }) => (
                <FigureStat
                  key={publicId}
                  label={t("best")}
                  value={value}
                  unit={unit}
                  note={holder || title}
                />
              ))}
          </StatRow>
        </div>
      ))}
    </div>
  );
}
