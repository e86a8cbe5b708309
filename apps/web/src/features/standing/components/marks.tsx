import { formatPeriod, formatQuantity, sayGoal, toReading } from "@lilink/i18n";
import { type CountedStatus, countedStatus, leadPart } from "@lilink/model/goals";
import { Badge, cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { Figure } from "#components/figure.tsx";
import { inLocale } from "#lib/in-locale.ts";
import type { StandingItem } from "../queries.ts";
import { lookOf } from "./goal-mark.tsx";

export function StatusBadge({ status }: { readonly status: CountedStatus }) {
  const t = useTranslations("standing.status");
  const { tone, sign } = lookOf(status);
  return (
    <Badge tone={tone} letter={sign} className="whitespace-nowrap">
      {t(status)}
    </Badge>
  );
}

type Judged = Pick<StandingItem, "linear" | "compound" | "disagree" | "status"> & {
  readonly band?: StandingItem["band"] | undefined;
  /** Absent of one measure of several, which is no goal of its own. */
  readonly goal?: string | undefined;
};

/** What a status may still turn out to be: within what is known of the figure another one stands. */
export function Unsure({ band, status }: Pick<Judged, "status" | "band">) {
  const t = useTranslations("standing");
  const other = band?.find((one) => one !== status);
  return other ? (
    <span className="text-xs text-muted">{t("unsure", { other: t(`status.${other}`) })}</span>
  ) : null;
}

/** The one status; where the two paces of a single measure lead to two, both, with a word that they do. */
export function StandingStatus({ standing }: { readonly standing: Judged }) {
  const t = useTranslations("standing");
  const { linear, compound, disagree, status } = standing;
  if (!disagree || status !== compound.status)
    return (
      <span className="inline-flex flex-wrap items-center gap-x-2">
        <StatusBadge status={standing.goal ? countedStatus({ ...standing, goal: standing.goal }) : status} />
        <Unsure band={standing.band ?? null} status={status} />
      </span>
    );
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

type Said = Judged & Parameters<typeof sayGoal>[0];

/** The status and under it what is said of the goal in words. */
export function StandingWords({ standing }: { readonly standing: Said }) {
  const locale = useLocale();
  return (
    <span className="flex flex-col items-start gap-1">
      <StandingStatus standing={standing} />
      {sayGoal(standing, locale).map((text) => (
        <span key={text} className="text-xs text-muted">
          {text}
        </span>
      ))}
    </span>
  );
}

/** Units that say nothing of what was counted: such a figure stands with the name of its measure. */
const bare: ReadonlySet<string> = new Set(["count", "1", "index"]);

/**
 * The last released figure; a withheld one is W with its bounds. What is in place or not says so, and limits are counted. Of several
 * measures it is that of the one that leads, with its name. [PG23]
 */
export function StandingNow({
  standing,
}: {
  readonly standing: Pick<StandingItem, "now" | "unit"> & Partial<Pick<StandingItem, "method" | "parts">>;
}) {
  const t = useTranslations("standing");
  const locale = useLocale();
  const { parts } = standing;
  const isOneOf = standing.method !== "conformity" && (parts?.length ?? 0) > 1;
  const lead = parts && leadPart(parts);
  // What was kept of a meeting may have been led by another measure.
  const { now, unit, method } = (isOneOf && lead) || standing;
  if (!now) return <Figure value={null} />;
  const name = lead?.name;
  const isBare = unit !== null && bare.has(unit) && method !== "yes_no";
  const limits = method === "conformity" && now.value !== null ? parts?.length : undefined;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 max-sm:in-[td]:justify-end">
      {method === "yes_no" && now.value !== null ? (
        <span>{t(Number(now.value) >= 1 ? "yes" : "no")}</span>
      ) : limits ? (
        <span className="whitespace-nowrap">
          {t("limits", { met: Math.round((Number(now.value) * limits) / 100), of: limits })}
        </span>
      ) : (
        <Figure
          value={now.value && toReading(now.value)}
          unit={unit}
          state={now.value === null ? "withheld" : "value"}
        />
      )}
      {now.value === null && now.low !== null && now.high !== null ? (
        <span className="text-xs text-muted tabular-nums">
          {t("bounds", {
            low: formatQuantity(now.low, null, locale),
            high: formatQuantity(now.high, unit, locale),
          })}
        </span>
      ) : null}
      <span
        className={cn(
          "text-xs whitespace-nowrap text-muted tabular-nums max-sm:in-data-year-first:order-first max-sm:in-data-year-first:text-sm max-sm:in-data-year-first:font-normal",
          locale === "en"
            ? "max-sm:in-data-year-first:after:content-[':']"
            : "max-sm:in-data-year-first:after:content-['：']",
        )}
      >
        {formatPeriod(now.period, locale)}
      </span>
      {(isBare || isOneOf) && name ? (
        <span className="basis-full text-xs font-normal text-muted">{inLocale(name, locale)}</span>
      ) : null}
    </span>
  );
}
