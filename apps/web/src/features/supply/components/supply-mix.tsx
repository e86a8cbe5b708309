import { formatDollars, formatNumber } from "@lilink/i18n";
import { Button, DataTable, Field, Section, Select } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { Mix } from "../queries.ts";
import { type SupplyQuery, sourceName } from "../view.ts";

type Given = { readonly mix: Mix; readonly query: SupplyQuery; readonly ceiling: number };

/** What sources would give under the ceiling at least cost, beside what they give now. */
export function SupplyMix({ mix, query, ceiling }: Given) {
  const t = useTranslations("supply");
  const locale = useLocale();
  const number = (value: number) => formatNumber(Math.round(value), locale);
  const dollars = (value: number) => formatDollars(value, locale === "en" ? "en" : "zh-CN");
  const { found, offers, now } = mix;
  const names = { growth: `${query.growth * 100}%`, ceiling: `${ceiling}%` };
  const priceOf = new Map(offers.map(({ source, cost }) => [source, cost]));
  const costNow = now.reduce((sum, { source, amount }) => sum + amount * (priceOf.get(source) ?? 0), 0);
  const saves =
    "amounts" in found
      ? new Map(found.limits.map((one) => [one.source, one.saves]))
      : new Map<string, number>();
  return (
    <Section id="mix" title={t("mix")}>
      <form method="get" action="#mix" className="no-print mb-4 flex flex-wrap items-end gap-4">
        <input type="hidden" name="product" value={query.product} />
        <input type="hidden" name="span" value={query.span} />
        <Field id="growth" label={t("growth")} className="w-36">
          {(aria) => (
            <Select
              {...aria}
              name="growth"
              defaultValue={String(query.growth)}
              options={["0.25", "0.5", "1", "2"].map((value) => ({
                value,
                label: `+ ${Number(value) * 100}%`,
              }))}
            />
          )}
        </Field>
        <Button type="submit">{t("show")}</Button>
      </form>
      {offers.length === 0 ? (
        <p className="text-muted">{t("mixNone")}</p>
      ) : (
        <>
          <p className="prose-measure mb-3">{t("mixLead", names)}</p>
          <p className="prose-measure mb-4 font-medium">
            {"amounts" in found
              ? t(found.cost >= costNow ? "mixCost" : "mixLess", {
                  cost: dollars(found.cost),
                  more: dollars(Math.abs(found.cost - costNow)),
                })
              : t("mixMissing", { amount: number(found.missing) })}
          </p>
          <DataTable
            caption={t("mix")}
            rows={offers}
            rowKey={({ source }) => source}
            columns={[
              {
                key: "source",
                label: t("source"),
                cell: ({ source }) => sourceName(source, locale, t("rest")),
              },
              { key: "price", label: t("mixPrice"), align: "end", cell: ({ cost }) => number(cost) },
              {
                key: "now",
                label: t("mixNow"),
                align: "end",
                cell: ({ source }) => number(now.find((one) => one.source === source)?.amount ?? 0),
              },
              {
                key: "then",
                label: t("mixThen"),
                align: "end",
                cell: ({ source }) => ("amounts" in found ? number(found.amounts[source] ?? 0) : "–"),
              },
              {
                key: "saves",
                label: t("mixSaves"),
                align: "end",
                cell: ({ source }) => (saves.has(source) ? dollars(saves.get(source) ?? 0) : ""),
              },
            ]}
          />
        </>
      )}
    </Section>
  );
}
