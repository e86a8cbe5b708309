import { formatPeriod, formatQuantity, toReading } from "@lilink/i18n";
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
  const reading = (value: string, unit: string) => formatQuantity(toReading(value), unit, locale);
  const latest = peers.filter(({ period }) => period === peers[0]?.period);
  if (latest.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <h3>{t("title")}</h3>
      <p className="prose-measure text-sm text-muted">{t("lead")}</p>
      {latest.map(({ measure, unit, own, low, middle, high, period }) => {
        const bests = best.filter((one) => one.unit === unit);
        return (
          <div key={measure}>
            <p className="mb-2 text-sm">{`${nameOf(measure)} · ${formatPeriod(period, locale)}`}</p>
            <PeerScale
              own={own}
              band={[low, middle, high].map(Number)}
              bests={bests.map(({ value }) => Number(value))}
            />
            <StatRow>
              <FigureStat label={t("own")} value={own === null ? own : toReading(own)} unit={unit} />
              <FigureStat
                label={t("band")}
                value={toReading(middle)}
                unit={unit}
                note={`${t("low")} ${reading(low, unit)} · ${t("high")} ${reading(high, unit)}`}
              />
              {bests.map(({ publicId, value, title, holder }) => (
                <FigureStat
                  key={publicId}
                  label={t("best")}
                  value={toReading(value)}
                  unit={unit}
                  note={holder || title}
                />
              ))}
            </StatRow>
          </div>
        );
      })}
    </div>
  );
}

type PeerScaleProps = {
  readonly own: string | null;
  /** Low, middle and high of the peers. */
  readonly band: readonly number[];
  readonly bests: readonly number[];
};

/** The band of the peers as a bar with its middle, the own figure as a dot, the best anywhere as a diamond; the numbers stand below. */
function PeerScale({ own, band, bests }: PeerScaleProps) {
  const all = [...band, ...bests, ...(own === null ? [] : [Number(own)])];
  const [from, to] = [Math.min(...all), Math.max(...all)];
  if (from === to) return null;
  const at = (value: number) => 3 + ((value - from) / (to - from)) * 94;
  const [low = from, middle = from, high = to] = band;
  const place = (value: number) => ({ left: `${at(value)}%` });
  return (
    <div aria-hidden className="relative mb-3 h-6 max-w-2xl">
      <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
      <span className="absolute inset-y-1 bg-sunken" style={{ ...place(low), right: `${100 - at(high)}%` }} />
      <span className="absolute inset-y-0 w-0.5 bg-edge" style={place(middle)} />
      {bests.map((value) => (
        <span
          key={value}
          className="absolute top-1.5 size-3 -translate-x-1/2 rotate-45 bg-materials"
          style={place(value)}
        />
      ))}
      {own === null ? null : (
        <span
          className="absolute top-1 size-4 -translate-x-1/2 rounded-full border-2 border-ground bg-accent"
          style={place(Number(own))}
        />
      )}
    </div>
  );
}
