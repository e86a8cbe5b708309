import { formatChange, formatQuantity, toReading } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";
import type { StandingDetail } from "../queries.ts";
import { releasedPace } from "./released-pace.ts";

type PointsProps = { readonly standing: StandingDetail };

/** A pace from the paper's figure to a released one: which two points these are, and the pace of released figures alone. [PG11] */
export function MixedPoints({ standing }: PointsProps) {
  const t = useTranslations("standing");
  const locale = useLocale();
  const { baseline, now, unit, made, status } = standing;
  // Of a target that is met no pace is asked.
  if (baseline?.origin !== "paper" || !now?.value || !made || status === "achieved") return null;
  const read = (value: string) => formatQuantity(toReading(value), unit, locale);
  const to = { to: String(now.year), high: read(now.value) };
  const alone = releasedPace(standing);
  return (
    <div className="prose-measure text-sm text-muted">
      <p>
        {t("mixed", {
          from: String(baseline.year),
          low: formatQuantity(baseline.value, unit, locale),
          ...to,
        })}
      </p>
      {alone ? (
        <p>
          {t("alone", {
            from: String(alone.from.year),
            low: read(alone.from.value),
            ...to,
            perYear: formatChange(alone.perYear, unit, locale),
          })}
        </p>
      ) : null}
    </div>
  );
}

/** From which two released points the pace is reckoned. [PG11] */
export function PacePoints({ standing: { baseline, now, unit } }: PointsProps) {
  const t = useTranslations("standing");
  const locale = useLocale();
  // Points that are not of one count are told above, beside the verdict.
  if (!now?.value || baseline?.origin !== "released") return null;
  const read = (value: string) => formatQuantity(toReading(value), unit, locale);
  return (
    <span className="block text-sm text-muted">
      {t("points", {
        from: String(baseline.year),
        low: read(baseline.value),
        to: String(now.year),
        high: read(now.value),
      })}
    </span>
  );
}
