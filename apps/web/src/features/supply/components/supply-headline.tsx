import { formatDate, formatNumber, formatShare, type Locale } from "@lilink/i18n";
import { heldBy } from "@lilink/model/supply";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { Supply } from "../queries.ts";
import { periodName, type SupplyQuery, sourceName } from "../view.ts";

type Given = { readonly query: SupplyQuery; readonly supply: Supply };

/** The period, the unit and the shares that the figures of the page are told in. */
export function useMeasure({ query, supply: { latest, basis } }: Given) {
  const t = useTranslations("supply");
  const locale = useLocale();
  const last = latest ? periodName(latest.period, locale) : "";
  return {
    period: query.span === "twelve" ? t("twelveTo", { month: last }) : last,
    unit: t(basis === "lce" ? "inLce" : "inTonnes"),
    percent: (share: number) => formatShare(share, locale, 1),
  };
}

/** The largest source, how concentrated supply is, and how much came in. */
export function SupplyHeadline({ query, supply }: Given) {
  const t = useTranslations("supply");
  const locale = useLocale();
  const { latest, ceiling, exports, reimports } = supply;
  const { period, unit, percent } = useMeasure({ query, supply });
  if (!latest) return null;
  const amount = (value: number) => `${formatNumber(Number(value.toPrecision(4)), locale)} ${unit}`;
  const found = latest.concentration;
  const top = found?.shares[0];
  const told = { ceiling: `${ceiling.percent}%`, set: ceiling.decidedAt ? "yes" : "no" };
  return (
    <>
      <dl className="mb-8 grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
        <Key
          label={t("top")}
          value={
            top
              ? t("topShare", {
                  source: sourceName(top.source, locale, t("rest")),
                  share: percent(top.share),
                })
              : "–"
          }
        >
          {top
            ? top.share * 100 > ceiling.percent
              ? t("overCeiling", { share: percent(top.share), ...told })
              : t("underCeiling", told)
            : null}
        </Key>
        <Key label={t("hhi")} value={found ? band(found.low, found.high, locale) : "–"}>
          {t("hhiHelp")}
        </Key>
        <Key label={t("cr3")} value={found ? percent(heldBy(found.shares, 3)) : "–"} />
        <Key label={`${t("total")} · ${period}`} value={amount(latest.total)}>
          {reimports + exports > 0
            ? t("reimports", { amount: amount(reimports), exports: amount(exports) })
            : null}
        </Key>
      </dl>
      <p className="mb-8 text-sm text-muted">
        {ceiling.decidedAt
          ? t("ceilingSet", { day: formatDate(ceiling.decidedAt, locale), reason: ceiling.reason ?? "" })
          : t("ceilingUsual")}{" "}
        {t("otherCount")} {supply.sample ? t("otherSample") : null}{" "}
        <TextLink href="/indicators/RES-04">RES-04</TextLink>
      </p>
    </>
  );
}

/** Bounds where they differ in what is shown. */
function band(low: number, high: number, locale: Locale): string {
  const show = (value: number) => formatNumber(Number(value.toFixed(3)), locale);
  return show(low) === show(high) ? show(low) : `${show(low)} – ${show(high)}`;
}

function Key({
  label,
  value,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly children?: string | null;
}) {
  return (
    <div className="border-t border-line pt-2">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="text-lg font-medium tabular-nums">{value}</dd>
      {children ? <dd className="text-sm text-muted">{children}</dd> : null}
    </div>
  );
}
