import { formatQuantity, toReading } from "@lilink/i18n";
import type { ProgressStatus } from "@lilink/model/goals";
import { Badge, type Tone } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { Figure } from "#components/figure.tsx";
import type { StandingItem } from "../queries.ts";

const tones: Readonly<Record<ProgressStatus, Tone>> = {
  achieved: "success",
  on_track: "success",
  moderate: "warning",
  limited: "warning",
  moving_away: "danger",
  not_assessable: "neutral",
};
/** A second sign beside the colour. */
const signs: Readonly<Record<ProgressStatus, string>> = {
  achieved: "✓",
  on_track: "↑",
  moderate: "↗",
  limited: "→",
  moving_away: "↓",
  not_assessable: "?",
};

export function StatusBadge({ status }: { readonly status: ProgressStatus }) {
  const t = useTranslations("standing.status");
  return (
    <Badge tone={tones[status]} letter={signs[status]} className="whitespace-nowrap">
      {t(status)}
    </Badge>
  );
}

/** The one status where both paces agree, else both, with a word that they do not. */
export function StandingStatus({
  standing,
}: {
  readonly standing: Pick<StandingItem, "linear" | "compound" | "disagree" | "status">;
}) {
  const t = useTranslations("standing");
  const { linear, compound, disagree, status } = standing;
  if (!disagree) return <StatusBadge status={status} />;
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <StatusBadge status={compound.status} />
      <span aria-hidden className="text-muted">
        /
      </span>
      <StatusBadge status={linear.status} />
      <span className="text-xs text-muted">{t("disagree")}</span>
    </span>
  );
}

/** The last released figure; a withheld one is W with its bounds. */
export function StandingNow({
  standing: { now, unit },
}: {
  readonly standing: Pick<StandingItem, "now" | "unit">;
}) {
  const t = useTranslations("standing");
  const locale = useLocale();
  if (!now) return <Figure value={null} />;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 max-sm:in-[td]:justify-end">
      <Figure
        value={now.value && toReading(now.value)}
        unit={unit}
        state={now.value === null ? "withheld" : "value"}
      />
      {now.value === null && now.low !== null && now.high !== null ? (
        <span className="text-xs text-muted tabular-nums">
          {t("bounds", {
            low: formatQuantity(now.low, null, locale),
            high: formatQuantity(now.high, unit, locale),
          })}
        </span>
      ) : null}
      <span className="text-xs whitespace-nowrap text-muted tabular-nums">{now.period}</span>
    </span>
  );
}
