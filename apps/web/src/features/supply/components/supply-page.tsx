import { formatDate, formatNumber } from "@lilink/i18n";
import { spotOfCountry } from "@lilink/model/codes/country-spot";
import { Button, DataTable, EmptyState, Field, NoticeBox, PageHeader, Section, Select } from "@lilink/ui";
import { landPath } from "@lilink/ui/land";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { ownHalf } from "#lib/in-locale.ts";
import type { Mix, OpenMeeting, Scenario, StressBase, Supply } from "../queries.ts";
import { products, type SupplyQuery, sourceName } from "../view.ts";
import { CeilingForm } from "./ceiling-form.tsx";
import { ScenarioList } from "./scenario-list.tsx";
import { StressBench } from "./stress-bench.tsx";
import { SupplyHeadline, useMeasure } from "./supply-headline.tsx";
import { SupplyHistory } from "./supply-history.tsx";
import { SupplyMix } from "./supply-mix.tsx";

type Given = {
  readonly query: SupplyQuery;
  readonly supply: Supply;
  readonly base: StressBase;
  readonly mix: Mix | null;
  readonly scenarios: readonly Scenario[];
  /** Meetings for which a scenario can be kept, for whoever keeps scenarios. */
  readonly meetings: readonly OpenMeeting[] | null;
};

/** Where lithium comes from, how concentrated that is, and what happens without a source. */
export function SupplyPage({ query, supply, base, mix, scenarios, meetings }: Given) {
  const keeps = meetings !== null;
  const t = useTranslations("supply");
  const locale = useLocale();
  const hasBase = Object.keys({ ...base.ore.imports, ...base.salt.imports }).length > 0;
  const names = Object.fromEntries(
    [...new Set([...Object.keys(base.ore.imports), ...Object.keys(base.salt.imports)])].map((code) => [
      code,
      { name: sourceName(code, locale, t("rest")), spot: spotOfCountry(code) },
    ]),
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <ButtonLink href="/supply/reserves">{t("reserve.link")}</ButtonLink>
            {keeps ? <ButtonLink href="/supply/files">{t("files")}</ButtonLink> : null}
          </>
        }
      />
      {supply.sample ? <NoticeBox className="mb-6">{t("sample")}</NoticeBox> : null}
      <Filter query={query} />
      <SupplyHeadline query={query} supply={supply} />
      {hasBase ? (
        <Section id="bench" title={t("bench")}>
          <p className="prose-measure mb-4 text-muted">{t("benchLead")}</p>
          <ClientMessages namespaces={["supply"]}>
            <StressBench
              base={base}
              sources={names}
              land={landPath()}
              home={spotOfCountry("CN") ?? [104, 36]}
              meetings={meetings}
            />
          </ClientMessages>
        </Section>
      ) : null}
      {supply.latest ? (
        <Sources query={query} supply={supply} mix={mix} />
      ) : (
        <EmptyState
          title={t("none")}
          body={t("noneBody")}
          action={
            <ButtonLink href={keeps ? "/supply/files" : "/supply"}>
              {t(keeps ? "files" : "products.lithium")}
            </ButtonLink>
          }
        />
      )}
      {keeps ? (
        <ClientMessages namespaces={["supply"]}>
          <Section id="ceiling" title={t("setCeiling")}>
            <CeilingForm percent={supply.ceiling.percent} />
          </Section>
          <Section id="scenarios" title={t("scenarios")}>
            <p className="prose-measure mb-2 text-sm text-muted">{t("scenariosLead")}</p>
            <ScenarioList scenarios={scenarios} />
          </Section>
        </ClientMessages>
      ) : null}
      <Loads supply={supply} />
    </>
  );
}

function Filter({ query }: Pick<Given, "query">) {
  const t = useTranslations("supply");
  return (
    <form
      method="get"
      aria-label={t("filter")}
      className="no-print mb-8 flex flex-wrap items-end gap-x-4 gap-y-3 border-y border-line py-4"
    >
      <Field id="product" label={t("product")} className="w-64">
        {(aria) => (
          <Select
            {...aria}
            name="product"
            defaultValue={query.product}
            options={products.map((value) => ({ value, label: t(`products.${value}`) }))}
          />
        )}
      </Field>
      <Field id="span" label={t("span")} className="w-44">
        {(aria) => (
          <Select
            {...aria}
            name="span"
            defaultValue={query.span}
            options={(["month", "twelve", "year"] as const).map((value) => ({
              value,
              label: t(`spans.${value}`),
            }))}
          />
        )}
      </Field>
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}

function Sources({ query, supply, mix }: Pick<Given, "query" | "supply" | "mix">) {
  const t = useTranslations("supply");
  const locale = useLocale();
  const { latest, ceiling, history } = supply;
  const { period, unit, percent } = useMeasure({ query, supply });
  if (!latest) return null;
  const found = latest.concentration;
  const rows = [
    ...latest.sources,
    ...(found && found.rest > 0.0005 ? [{ source: "OTHER", amount: found.rest * latest.total }] : []),
  ];
  return (
    <>
      <div className="grid gap-x-10 xl:grid-cols-2">
        <Section id="history" title={t("history")} fold="">
          <SupplyHistory history={history} ceiling={ceiling} />
        </Section>
        <Section id="table" title={t("table", { period })} fold="">
          <DataTable
            caption={t("table", { period })}
            rows={rows.slice(0, 20)}
            rowKey={({ source }) => source}
            columns={[
              {
                key: "source",
                label: t("source"),
                cell: ({ source }) => sourceName(source, locale, t("rest")),
              },
              {
                key: "amount",
                label: `${t("amount")} (${unit})`,
                align: "end",
                cell: (row) => formatNumber(Math.round(row.amount), locale),
              },
              {
                key: "share",
                label: t("share"),
                align: "end",
                cell: (row) => percent(row.amount / latest.total),
              },
            ]}
          />
        </Section>
      </div>
      {mix ? <SupplyMix mix={mix} query={query} ceiling={ceiling.percent} /> : null}
    </>
  );
}

function Loads({ supply }: Pick<Given, "supply">) {
  const t = useTranslations("supply");
  const locale = useLocale();
  if (supply.loads.length === 0) return null;
  return (
    <Section id="loads" title={t("loads")} fold="">
      <p className="prose-measure mb-2 text-sm text-muted">{t("loadsLead")}</p>
      <DataTable
        caption={t("loads")}
        rows={supply.loads}
        rowKey={(load) => `${load.source} ${load.revision}`}
        columns={[
          {
            key: "source",
            label: t("loadSource"),
            cell: ({ source, sample }) =>
              sample ? `${ownHalf(source, locale)} (${t("loadSample")})` : ownHalf(source, locale),
          },
          { key: "licence", label: t("loadLicence"), cell: ({ licence }) => licence },
          { key: "rows", label: t("loadRows"), align: "end", cell: ({ rows }) => formatNumber(rows, locale) },
          {
            key: "revision",
            label: t("loadRevision"),
            align: "end",
            cell: ({ revision }) => String(revision ?? ""),
          },
          {
            key: "on",
            label: t("loadOn"),
            cell: ({ endedAt }) => (endedAt ? formatDate(endedAt, locale) : ""),
          },
        ]}
      />
    </Section>
  );
}
