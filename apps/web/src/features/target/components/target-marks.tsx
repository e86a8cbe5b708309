import { formatPeriod, formatTarget } from "@lilink/i18n";
import type { Baseline, HorizonState, PrintedTarget, ProposedTarget } from "@lilink/model/goals";
import { Badge } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { baselineText, sourceKeyOf } from "../view.ts";

export function HorizonBadge({ state, year }: { readonly state: HorizonState; readonly year: string }) {
  const t = useTranslations("goal");
  return <Badge tone={state === "running" ? "info" : "neutral"}>{t(`state.${state}`, { year })}</Badge>;
}

/** Whose figure it is: the paper's, or a proposal of this product, which nobody may take for the paper's. */
export function OriginMark({ origin }: { readonly origin: "seed" | "proposal" | "published" | "computed" }) {
  const t = useTranslations("goal");
  if (origin === "proposal") {
    return (
      <span
        title={t("proposalHelp")}
        className="rounded-sm border border-dashed border-edge px-1 text-xs whitespace-nowrap text-muted"
      >
        {t("origin.proposal")}
      </span>
    );
  }
  return <span className="text-xs whitespace-nowrap text-muted">{t(`origin.${origin}`)}</span>;
}

export function TargetFigure({ target }: { readonly target: PrintedTarget | ProposedTarget | null }) {
  const t = useTranslations("goal");
  const locale = useLocale();
  if (!target) return <span className="text-sm text-muted italic">{t("noTarget")}</span>;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 max-sm:in-[td]:justify-end">
      <span className={target.origin === "seed" ? "font-medium" : "text-muted"}>
        {formatTarget(target, locale)}
      </span>
      <OriginMark origin={target.origin} />
    </span>
  );
}

export function BaselineFigure({ baseline }: { readonly baseline: Baseline | null }) {
  const t = useTranslations("goal");
  const locale = useLocale();
  if (!baseline) return <span className="text-sm text-muted italic">{t("noBaseline")}</span>;
  const found = sourceKeyOf(baseline.source);
  return (
    <span
      title={found ? t(found.key, found.params) : baseline.source}
      className="inline-flex flex-wrap items-baseline gap-x-2 max-sm:in-[td]:justify-end"
    >
      <span className="tabular-nums">{baselineText(baseline, locale)}</span>
      <span className="text-xs whitespace-nowrap text-muted tabular-nums">
        {`${formatPeriod(baseline.period, locale)} · ${t(`origin.${baseline.confidence}`)}`}
      </span>
    </span>
  );
}
