import { formatDate } from "@lilink/i18n";
import { checkPaperClaim, paperClaim, rateDefinitions } from "@lilink/model/trace/rate";
import { DataTable, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { Chart } from "#components/chart.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import { inLocale } from "#lib/in-locale.ts";
import type { Rates } from "../queries.ts";
import { GoalLines } from "./goal-lines.tsx";
import { PublishButton } from "./publish-button.tsx";

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** The goals that returns judge, the rates of events beside them with their definitions, and the figure of the paper that cannot be. */
export function RatesPage({ rates, publishes }: { readonly rates: Rates; readonly publishes: boolean }) {
  const t = useTranslations("rate");
  const locale = useLocale();
  return (
    <>
      <PageHeader
        title={t("title")}
        badges={<SampleBadge />}
        lead={
          <>
            <p>{t("lead")}</p>
            <p>{t("counts")}</p>
          </>
        }
        up={<TextLink href="/batteries/codes">{t("up")}</TextLink>}
        actions={<ButtonLink href="/batteries/forecast">{t("forecast")}</ButtonLink>}
      />
      <Section id="beside" title={t("beside")}>
        <GoalLines rates={rates} />
      </Section>
      <Section id="figures" title={t("figures")}>
        {rates.publishedOn ? (
          <>
            <p className="mb-3 text-sm text-muted">{t("rule")}</p>
            <Figures figures={rates.figures} />
          </>
        ) : (
          <p className="prose-measure">{t("pending")}</p>
        )}
      </Section>
      <Section id="publish" title={t("publish")}>
        <p className="prose-measure">{t("publishLead")}</p>
        <p className="mb-3 text-sm text-muted">
          {rates.publishedOn ? t("published", { on: formatDate(rates.publishedOn, locale) }) : t("never")} ·{" "}
          <TextLink href={{ pathname: "/series", query: { q: "BAT-" } }}>{t("series")}</TextLink>
        </p>
        {publishes ? (
          <ClientMessages namespaces={["rate"]}>
            <PublishButton />
          </ClientMessages>
        ) : null}
      </Section>
      <Section id="paper" title={t("paper")} fold="">
        <Paper />
      </Section>
    </>
  );
}

function Figures({ figures }: Pick<Rates, "figures">) {
  const t = useTranslations("rate");
  const locale = useLocale();
  const years = [...new Set(figures.map(({ year }) => year))].filter((year) =>
    figures.some((one) => one.year === year && one.value !== null),
  );
  const shown = years.length > 0 ? years : [Math.max(...figures.map(({ year }) => year))];
  const of = (id: string, year: number) => figures.find((one) => one.rate === id && one.year === year);
  return (
    <div className="flex flex-col gap-6">
      <DataTable
        caption={t("figures")}
        rows={rateDefinitions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "rate",
            label: t("rate"),
            lead: true,
            cell: ({ name, numerator, denominator, version }) => (
              <>
                {inLocale(name, locale)}
                <span className="block text-sm font-normal text-muted">
                  {t("over", {
                    numerator: inLocale(numerator, locale),
                    denominator: inLocale(denominator, locale),
                  })}{" "}
                  · {t("version", { version })}
                </span>
              </>
            ),
          },
          ...shown.map((year) => ({
            key: String(year),
            label: String(year),
            align: "end" as const,
            className: "whitespace-nowrap",
            cell: ({ id }: (typeof rateDefinitions)[number]) => {
              const one = of(id, year);
              return one && one.value !== null ? (
                <>
                  {percent(one.value)}
                  <span className="block text-sm text-muted">
                    <span aria-hidden>{t("bodiesShort", { bodies: one.bodies })}</span>
                    <span className="sr-only">{t("bodies", { bodies: one.bodies })}</span>
                  </span>
                </>
              ) : (
                <span className="text-muted">
                  <span aria-hidden>W</span>
                  <span className="sr-only">{t("kept")}</span>
                </span>
              );
            },
          })),
        ]}
      />
    </div>
  );
}

function Paper() {
  const t = useTranslations("rate");
  const check = checkPaperClaim();
  const bars = [
    { key: "needed", label: percent(check.needed), value: check.needed },
    { key: "most", label: percent(check.most), value: check.most },
  ];
  return (
    <div className="grid items-start gap-x-10 gap-y-4 lg:grid-cols-2">
      <p className="prose-measure">
        {t("paperBody", {
          batteries: paperClaim.batteriesKt,
          lithium: paperClaim.lithiumKt,
          needed: percent(check.needed),
          kwh: check.kwhPerKg,
          li: check.lithiumPerKwh,
          most: percent(check.most),
          kt: check.mostKt.toFixed(1),
          times: Math.round(paperClaim.lithiumKt / check.mostKt),
        })}
      </p>
      <Chart
        room="column"
        tableBeside
        title={t("paper")}
        hideTitle
        spec={{
          kind: "bar",
          head: [t("rate"), t("value")],
          bars: bars.map((one) => ({
            key: one.key,
            label:
              one.key === "needed"
                ? `${paperClaim.lithiumKt} ÷ ${paperClaim.batteriesKt}`
                : `${check.kwhPerKg} × ${check.lithiumPerKwh}`,
            value: one.value,
            text: one.label,
            tone: one.key === "needed" ? "danger" : "success",
          })),
        }}
      />
    </div>
  );
}
