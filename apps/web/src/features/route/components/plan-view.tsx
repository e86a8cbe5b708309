import { formatNumber } from "@lilink/i18n";
import { DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { provinceName } from "../../organization/view.ts";
import type { Plan } from "../queries.ts";

/** The whole market: who gets what, what stays behind and why, and what more licences would change. */
export function PlanView({ plan }: { readonly plan: Plan }) {
  const t = useTranslations("route");
  const locale = useLocale();
  const number = (value: number) => formatNumber(Math.round(value), locale);
  const placeOf = (code: string) => provinceName(code, locale) ?? code;
  const siteOf = (zh: string | null, en: string | null) => (locale === "en" ? en : null) ?? zh ?? en ?? "";
  const signed = (value: number) => (value > 0 ? `+${number(value)}` : number(value));
  const moreOf = ({ oneMore, free, taken, isOrdered }: Plan["takers"][number]) => {
    if (isOrdered) return t("unfit.order");
    if (taken < Math.floor(free)) return t("plan.hasRoom");
    if (oneMore.tonnes > 0) return t("plan.moreTaken", { tonnes: number(oneMore.tonnes) });
    return oneMore.tonneKilometres < 0
      ? t("plan.moreSaved", { km: number(-oneMore.tonneKilometres) })
      : t("plan.moreNone");
  };
  return (
    <>
      <Section id="plan" title={t("plan.title")}>
        <p className="text-sm text-muted">
          {t("plan.lead", {
            lots: plan.lots,
            takers: plan.takers.length,
            proven: t(plan.proven ? "plan.proven" : "plan.notProven"),
          })}
        </p>
        <p className="mt-2 mb-3 text-lg font-semibold tabular-nums">
          {t("plan.sum", { left: number(plan.leftTonnes), tkm: number(plan.tonneKilometres) })}
        </p>
        <DataTable
          caption={t("plan.legs")}
          rows={plan.legs}
          rowKey={({ lot, taker }) => `${lot} ${taker}`}
          empty={<p className="text-sm text-muted">{t("plan.none")}</p>}
          columns={[
            {
              key: "lot",
              label: t("plan.lot"),
              lead: true,
              cell: ({ lotName }) => <OwnWords>{lotName}</OwnWords>,
            },
            {
              key: "taker",
              label: t("plan.taker"),
              cell: ({ taker, takerZh, takerEn }) => (
                <TextLink href={`/recyclers/${taker}`}>{siteOf(takerZh, takerEn)}</TextLink>
              ),
            },
            {
              key: "step",
              label: t("plan.step"),
              cell: ({ step, skipped }) =>
                step === null ? (
                  t("plan.noStep")
                ) : (
                  <>
                    {t(`step.${String(step) as "1"}`)}
                    {skipped.map(({ step: left, why }) => (
                      <span key={left} className="block text-sm text-muted">
                        {t("plan.skipped", {
                          step: t(`step.${String(left) as "1"}`),
                          why: why.map((one) => t(`unfit.${one}`)).join(locale === "en" ? ", " : "、"),
                        })}
                      </span>
                    ))}
                  </>
                ),
            },
            { key: "tonnes", label: t("plan.tonnes"), align: "end", cell: ({ tonnes }) => number(tonnes) },
            { key: "km", label: t("plan.km"), align: "end", cell: ({ km }) => number(km) },
          ]}
        />
      </Section>
      {plan.left.length > 0 ? (
        <Section id="left" title={t("plan.left")}>
          <DataTable
            caption={t("plan.left")}
            rows={plan.left}
            rowKey={({ lot }) => lot}
            columns={[
              {
                key: "lot",
                label: t("plan.lot"),
                lead: true,
                cell: ({ lotName }) => <OwnWords>{lotName}</OwnWords>,
              },
              { key: "province", label: t("plan.province"), cell: ({ province }) => placeOf(province) },
              { key: "tonnes", label: t("plan.tonnes"), align: "end", cell: ({ tonnes }) => number(tonnes) },
              {
                key: "why",
                label: t("plan.why"),
                className: "text-sm text-muted",
                cell: ({ reasons }) =>
                  reasons.length === 0
                    ? t("unfit.free")
                    : reasons.map((one) => t(`unfit.${one}`)).join(locale === "en" ? ", " : "、"),
              },
            ]}
          />
        </Section>
      ) : null}
      <div className="grid gap-x-10 xl:grid-cols-2">
        <Section id="takers" title={t("plan.takers")}>
          <DataTable
            caption={t("plan.takers")}
            rows={plan.takers}
            rowKey={({ publicId }) => publicId}
            columns={[
              {
                key: "taker",
                label: t("plan.taker"),
                lead: true,
                cell: ({ nameZh, nameEn }) => siteOf(nameZh, nameEn),
              },
              {
                key: "free",
                label: t("plan.free"),
                align: "end",
                cell: ({ free, isOrdered }) => number(isOrdered ? 0 : free),
              },
              { key: "taken", label: t("plan.taken"), align: "end", cell: ({ taken }) => number(taken) },
              { key: "more", label: t("plan.more"), cell: moreOf },
            ]}
          />
        </Section>
        <Section id="gains" title={t("plan.gains", { more: number(plan.moreTonnes) })}>
          <DataTable
            caption={t("plan.gains", { more: number(plan.moreTonnes) })}
            rows={plan.gains}
            rowKey={({ province, qualification }) => `${province} ${qualification}`}
            empty={<p className="text-sm text-muted">{t("plan.noGains")}</p>}
            columns={[
              {
                key: "province",
                label: t("plan.province"),
                lead: true,
                cell: ({ province, qualification }) =>
                  `${placeOf(province)} · ${t(`qualification.${qualification}`)}`,
              },
              { key: "gain", label: t("plan.gain"), align: "end", cell: ({ tonnes }) => number(tonnes) },
              {
                key: "tkm",
                label: t("plan.tkm"),
                align: "end",
                cell: ({ tonneKilometres }) => signed(tonneKilometres),
              },
            ]}
          />
        </Section>
      </div>
    </>
  );
}
