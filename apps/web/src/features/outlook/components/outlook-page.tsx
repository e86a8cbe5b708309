import { formatNumber } from "@lilink/i18n";
import { provinces } from "@lilink/model/codes";
import { takenChemistries } from "@lilink/model/register";
import { Button, DataTable, EmptyState, Field, PageHeader, Section, Select, TextInput } from "@lilink/ui";
import type { LineSpec } from "@lilink/ui/chart";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { Chart } from "#components/chart.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import { inLocale, ownHalf } from "#lib/in-locale.ts";
import { provinceName } from "../../organization/view.ts";
import { ProvinceCapacity } from "../../recycler/components/province-capacity.tsx";
import type { Outlook } from "../queries.ts";
import { curveBounds, type OutlookQuery, type Typed } from "../view.ts";
import { SalesForm } from "./sales-form.tsx";

type Given = {
  readonly outlook: Outlook;
  readonly query: OutlookQuery;
  /** What was typed and cannot be read. */
  readonly faults: Typed;
  readonly keeps: boolean;
};

/** What retires, when and where, against what listed sites may take. */
export function OutlookPage({ outlook, query, faults, keeps }: Given) {
  const t = useTranslations("outlook");
  const locale = useLocale();
  const number = (value: number) =>
    formatNumber(Number(value < 100 ? value.toFixed(1) : value.toPrecision(3)), locale);
  return (
    <>
      <PageHeader
        title={t("title")}
        badges={<SampleBadge />}
        lead={t("lead")}
        up={<TextLink href="/batteries/rates">{t("up")}</TextLink>}
      />
      {outlook.sales === 0 ? (
        <EmptyState
          title={t("none")}
          body={t("noneBody")}
          action={<ButtonLink href="#import">{t("import")}</ButtonLink>}
        />
      ) : (
        <>
          <Section id="fan" title={t("fan")}>
            <Fan outlook={outlook} number={number} />
            <details
              className="no-print mt-4"
              open={Object.keys(faults).length > 0 || Object.keys(query).length > 0}
            >
              <summary className="w-fit cursor-pointer font-medium">{t("filter")}</summary>
              <Filter query={query} faults={faults} />
            </details>
          </Section>
          <div className="grid gap-x-10 xl:grid-cols-2">
            <Section id="map" title={t("map", { year: String(outlook.year) })}>
              <Shortage outlook={outlook} number={number} />
            </Section>
            <Section id="table" title={t("table")}>
              <Loads outlook={outlook} number={number} />
            </Section>
          </div>
        </>
      )}
      {keeps ? (
        <Section id="import" title={t("import")}>
          <ClientMessages namespaces={["outlook"]}>
            <SalesForm />
          </ClientMessages>
        </Section>
      ) : null}
    </>
  );
}

type Shown = { readonly outlook: Outlook; readonly number: (value: number) => string };

/** The curve that the forecast takes where none is asked for. */
const usual = { shape: 3.5, scale: 8 } as const;

function Filter({ query, faults }: Pick<Given, "query" | "faults">) {
  const t = useTranslations("outlook");
  const locale = useLocale();
  const between = (field: "shape" | "scale") => {
    const [low, high] = curveBounds[field];
    return faults[field] === undefined ? undefined : t("between", { low, high });
  };
  return (
    <form
      method="get"
      className="mt-3 grid items-end gap-x-4 gap-y-3 border-y border-line py-4 sm:grid-cols-2 lg:grid-cols-6"
      aria-label={t("filter")}
    >
      <Field id="chemistry" label={t("byChemistry")}>
        {(aria) => (
          <Select
            {...aria}
            name="chemistry"
            defaultValue={query.chemistry ?? ""}
            placeholder={t("all")}
            options={takenChemistries.map((value) => ({ value, label: t(`chemistry.${value}`) }))}
          />
        )}
      </Field>
      <Field id="province" label={t("byProvince")}>
        {(aria) => (
          <Select
            {...aria}
            name="province"
            defaultValue={query.province ?? ""}
            placeholder={t("all")}
            options={provinces.map((one) => ({ value: one.code, label: inLocale(one, locale) }))}
          />
        )}
      </Field>
      {(["shape", "scale"] as const).map((field) => (
        <Field key={field} id={field} label={t(field)} error={between(field)}>
          {(aria) => (
            <TextInput
              {...aria}
              name={field}
              inputMode="decimal"
              defaultValue={faults[field] ?? query[field] ?? usual[field]}
            />
          )}
        </Field>
      ))}
      <Field
        id="observed"
        label={t("observed")}
        error={faults.observed === undefined ? undefined : t("observedFault")}
        className="lg:col-span-2"
      >
        {(aria) => (
          <TextInput
            {...aria}
            name="observed"
            placeholder={t("observedHelp")}
            defaultValue={
              faults.observed ?? query.observed?.map((one) => Number((one * 100).toFixed(2))).join(" ") ?? ""
            }
          />
        )}
      </Field>
      <Button type="submit" className="justify-self-start">
        {t("show")}
      </Button>
    </form>
  );
}

function Fan({ outlook, number }: Shown) {
  const t = useTranslations("outlook");
  const locale = useLocale();
  const { years, licensedKt, soldUntil, wholeUntil } = outlook;
  const first = years[0]?.year ?? 2020;
  const whole = years.filter(({ year }) => year <= wholeUntil);
  // The line of what was sold so far goes on where the other ends.
  const rest = years.filter(({ year }) => year >= wholeUntil);
  const total = whole.reduce((sum, { middle }) => sum + middle, 0);
  const toPoint = ({ year, low, middle, high }: (typeof years)[number]) => ({
    x: year,
    y: middle,
    text: `${number(middle)} (${number(low)}–${number(high)})`,
    band: { low, high, why: "uncertain" as const },
    estimate: true,
  });
  const spec: LineSpec = {
    kind: "line",
    head: [t("year")],
    formatY: (value) => formatNumber(Math.round(value), locale),
    marks: years
      .filter(({ year }) => (year - first) % 5 === 0)
      .map(({ year }) => ({ x: year, label: String(year) })),
    series: [
      {
        key: "retired",
        label: t("retired"),
        tone: "recycling",
        points: whole.map(toPoint),
      },
      ...(rest.length > 1
        ? [
            {
              key: "sold",
              label: t("soldSoFar", { year: String(soldUntil) }),
              // Later sales are missing from it: drawn back, so that nobody reads it as a forecast.
              tone: "neutral" as const,
              stroke: "dotted" as const,
              // How long packs live says nothing of sales that nobody has filed: no band.
              points: rest.map(({ year, middle }) => ({ x: year, y: middle, text: number(middle) })),
            },
          ]
        : []),
      {
        key: "licensed",
        label: t("licensed"),
        tone: "chain",
        points: years.map(({ year }) => ({ x: year, y: licensedKt, text: number(licensedKt) })),
      },
    ],
  };
  return (
    <>
      <p className="mb-3 text-lg font-semibold tabular-nums">
        {t("sums", {
          year: String(whole.at(-1)?.year ?? first),
          total: number(total),
          amount: number(whole.at(-1)?.middle ?? 0),
        })}
      </p>
      {rest.length > 1 ? (
        <p className="mb-3 max-w-prose text-sm text-muted">
          {t("soldNote", { whole: String(wholeUntil), sold: String(soldUntil) })}
        </p>
      ) : null}
      <p className="mb-3 max-w-prose text-sm text-muted">
        {t("listedNote", { count: outlook.listedSites, kt: number(licensedKt) })}
      </p>
      <Chart
        title={t("fan")}
        hideTitle
        source={`${t("fanSub")} · ${t("source", {
          rows: outlook.sales,
          gwh: number(outlook.soldGwh),
          sources: outlook.sources.map((source) => ownHalf(source, locale)).join("; "),
        })}`}
        spec={spec}
      />
    </>
  );
}

function Shortage({ outlook, number }: Shown) {
  const t = useTranslations("outlook");
  const amounts = new Map(
    outlook.loads.map(({ province, retired, licensed }) => [province, Math.max(0, retired - licensed)]),
  );
  return (
    <ProvinceCapacity
      title={t("map", { year: String(outlook.year) })}
      head={[t("province"), t("short")]}
      amounts={amounts}
      none={t("noSales")}
      hideTitle
      textOf={(amount) => (amount > 0 ? `${number(amount)} kt` : t("enough"))}
    />
  );
}

function Loads({ outlook, number }: Shown) {
  const t = useTranslations("outlook");
  const locale = useLocale();
  const nameOf = (code: string) => provinceName(code, locale) ?? code;
  const rows = outlook.loads.toSorted((a, b) => b.retired - b.licensed - (a.retired - a.licensed));
  return (
    <DataTable
      caption={t("table")}
      rows={rows}
      rowKey={({ province }) => province}
      columns={[
        { key: "province", label: t("province"), lead: true, cell: ({ province }) => nameOf(province) },
        { key: "retired", label: t("colRetired"), align: "end", cell: ({ retired }) => number(retired) },
        { key: "licensed", label: t("colLicensed"), align: "end", cell: ({ licensed }) => number(licensed) },
        {
          key: "gap",
          label: t("colGap"),
          align: "end",
          cell: ({ retired, licensed }) =>
            retired > licensed ? (
              number(retired - licensed)
            ) : (
              <span className="text-success">{t("enough")}</span>
            ),
        },
      ]}
    />
  );
}
