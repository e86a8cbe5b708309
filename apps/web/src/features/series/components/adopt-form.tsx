"use client";

import { seriesAdoptSchema } from "@lilink/contract";
import { formatNumber, formatPeriod, formatUnit } from "@lilink/i18n";
import type { SeriesReading } from "@lilink/model/goals";
import { Button, Field, Select, TextArea, toast } from "@lilink/ui";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { FormErrors } from "#components/form-errors.tsx";
import { useHydrating } from "#lib/form/typed-early.ts";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { inLocale } from "#lib/in-locale.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { useTRPC } from "#lib/trpc/use-trpc.ts";
import type { OneSeries, SeriesMeasure } from "../queries.ts";
import { useRegionName } from "./use-region-name.ts";

export type AdoptFormProps = {
  readonly series: OneSeries;
  readonly measures: readonly SeriesMeasure[];
  /** Readings that ask for a region. */
  readonly regional: readonly SeriesReading[];
};

/** An officer takes a figure of a measure from this series; the figure is shown before it is adopted. */
export function AdoptForm({ series, measures, regional }: AdoptFormProps) {
  const t = useTranslations("series");
  const locale = useLocale();
  const hydrating = useHydrating();
  const regionName = useRegionName();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const labels = Object.fromEntries(
    (["vintage", "indicator", "measure", "period", "reading", "region", "reason"] as const).map((field) => [
      field,
      t(field),
    ]),
  );
  const form = useFaultForm({
    schema: seriesAdoptSchema,
    defaultValues: {
      code: series.code,
      vintage: series.editions[0]?.vintage ?? "",
      indicator: "",
      measure: "",
      period: "",
      reading: "" as "value",
      region: "",
      reason: "",
    },
    labels,
  });
  const [vintage, indicator, measure, period, reading, region] = useWatch({
    control: form.control,
    name: ["vintage", "indicator", "measure", "period", "reading", "region"],
  });
  const edition = series.editions.find((one) => one.vintage === vintage);
  const chosen = measures.find((one) => one.indicator === indicator && one.measure === measure);
  const asksRegion = regional.includes(reading);
  const periods = [...new Set(edition?.figures.map((figure) => figure.period))].toReversed();
  const regions = edition?.figures
    .filter((figure) => figure.period === period)
    .map((figure) => figure.region);
  const isWhole = Boolean(edition && period && reading && (!asksRegion || region));
  const { data: figure } = useQuery({
    ...trpc.series.read.queryOptions({
      ...{ code: series.code, vintage, period, reading },
      ...(asksRegion ? { region } : {}),
    }),
    enabled: isWhole,
    retry: false,
  });
  const send = form.submit(async (values) => {
    await client.series.adopt.mutate(values);
    toast({ title: t("adopted"), tone: "success" });
    form.reset();
    router.refresh();
  });
  if (measures.length === 0) return <p className="mt-4 text-muted">{t("noMeasure")}</p>;
  return (
    <form method="post" onSubmit={send} noValidate className="mt-6 flex max-w-xl flex-col gap-4">
      <h3>{t("adopt")}</h3>
      {/* Each choice opens the next, so none is made before the page is awake. */}
      <fieldset disabled={hydrating} className="contents">
        <FormErrors form={form} />
        {series.editions.length > 1 ? (
          <Field id={form.idOf("vintage")} label={t("vintage")} error={form.errorOf("vintage")} required>
            {(aria) => (
              <Select
                {...aria}
                {...form.register("vintage")}
                options={series.editions.map((one) => ({ value: one.vintage, label: one.vintage }))}
              />
            )}
          </Field>
        ) : null}
        <Field id={form.idOf("measure")} label={t("measure")} error={form.errorOf("measure")} required>
          {(aria) => (
            <Select
              {...aria}
              value={chosen ? `${indicator}/${measure}` : ""}
              onChange={({ target }) => {
                const [id = "", code = ""] = target.value.split("/");
                form.setValue("indicator", id);
                form.setValue("measure", code);
                const one = measures.find((each) => each.indicator === id && each.measure === code);
                form.setValue(
                  "reading",
                  one?.readings.length === 1 ? (one.readings[0] ?? "value") : ("" as "value"),
                );
              }}
              placeholder={t("choose")}
              options={measures.map((one) => ({
                value: `${one.indicator}/${one.measure}`,
                label: `${one.indicator} ${inLocale(one.name, locale)}`,
              }))}
            />
          )}
        </Field>
        <Field id={form.idOf("reading")} label={t("reading")} error={form.errorOf("reading")} required>
          {(aria) => (
            <Select
              {...aria}
              value={reading}
              onChange={({ target }) => form.setValue("reading", target.value as typeof reading)}
              placeholder={t("choose")}
              options={(chosen?.readings ?? []).map((one) => ({ value: one, label: t(`readings.${one}`) }))}
            />
          )}
        </Field>
        <Field id={form.idOf("period")} label={t("period")} error={form.errorOf("period")} required>
          {(aria) => (
            <Select
              {...aria}
              {...form.register("period")}
              placeholder={t("choose")}
              options={periods.map((one) => ({ value: one, label: formatPeriod(one, locale) }))}
            />
          )}
        </Field>
        {asksRegion ? (
          <Field id={form.idOf("region")} label={t("region")} error={form.errorOf("region")} required>
            {(aria) => (
              <Select
                {...aria}
                {...form.register("region")}
                placeholder={t("choose")}
                options={(regions ?? []).map((one) => ({ value: one, label: regionName(one) }))}
              />
            )}
          </Field>
        ) : null}
        {isWhole && figure ? (
          <p role="status">
            {t("gives", {
              low: formatNumber(figure.low, locale),
              high: formatNumber(figure.high, locale),
              kind: figure.low === figure.high ? "one" : "span",
              unit: formatUnit(chosen?.unit ?? "", locale),
            })}
          </p>
        ) : null}
        <Field id={form.idOf("reason")} label={t("reason")} error={form.errorOf("reason")} required>
          {(aria) => <TextArea {...aria} {...form.register("reason")} rows={2} />}
        </Field>
        <Button type="submit" variant="accent" pending={form.pending} className="self-start">
          {t("adopt")}
        </Button>
      </fieldset>
    </form>
  );
}
