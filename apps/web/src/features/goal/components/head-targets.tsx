import { formatTarget } from "@lilink/i18n";
import { goalsLedBy, type Indicator } from "@lilink/model/goals";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OriginMark } from "#features/target/components/target-marks.tsx";

/** Which end of an indicator is good, and what its goals ask of the figure that leads its page. [PG23] */
export function HeadTargets({ indicator }: { readonly indicator: Pick<Indicator, "id" | "better"> }) {
  const t = useTranslations("goal");
  const locale = useLocale();
  const targets = goalsLedBy(indicator.id).flatMap(({ id, horizon, target: printed, proposal }) => {
    const target = printed ?? proposal;
    // A target in words is no figure to stand beside one.
    const isFigure = typeof target?.value === "number" || Array.isArray(target?.value);
    return target && isFigure ? [{ id, horizon, target }] : [];
  });
  return (
    <span className="mb-1 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-ink">
      <span>{t(`goodEnd.${indicator.better}`)}</span>
      {targets.map(({ id, horizon, target }) => (
        <span key={id} className="inline-flex flex-wrap items-baseline gap-x-2">
          <TextLink href={`/goals/${id}`}>
            {t("headTarget", { year: String(horizon), target: formatTarget(target, locale) })}
          </TextLink>
          <OriginMark origin={target.origin} />
        </span>
      ))}
    </span>
  );
}
