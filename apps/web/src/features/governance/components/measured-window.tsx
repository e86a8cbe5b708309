import { formatNumber, formatUnit, toReading } from "@lilink/i18n";
import type { WindowComparison } from "@lilink/model/governance";
import { type Column, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { useRegionName } from "#features/series/components/use-region-name.ts";
import { inLocale } from "#lib/in-locale.ts";
import type { Evaluation } from "../queries.ts";

type Measured = NonNullable<Evaluation["measured"]>;
type Row = {
  readonly period: string;
  readonly place: "before" | "across" | "within";
  readonly value: number;
};

/** The figures of a series before a window and in it, another region beside them, and how far the means lie apart. [PY7] */
export function MeasuredWindow({ measured }: { readonly measured: Measured }) {
  const t = useTranslations("governance.evaluation");
  const locale = useLocale();
  const regionName = useRegionName();
  const { series, own, other, differenceOfDifferences } = measured;
  const unit = formatUnit(series.unit, locale);
  const print = (value: number | null | undefined) =>
    value == null ? t("noMean") : formatNumber(toReading(String(value)), locale);
  const signed = (value: number | null) => (value !== null && value > 0 ? `+${print(value)}` : print(value));
  const rows = toRows(own.comparison);
  const theirs = new Map(other ? toRows(other.comparison).map((row) => [row.period, row.value]) : []);
  const columns: Column<Row>[] = [
    { key: "period", label: t("period"), lead: true, cell: ({ period }) => period },
    {
      key: "own",
      label: `${regionName(own.region)} (${unit})`,
      align: "end",
      cell: ({ value }) => print(value),
    },
    ...(other
      ? [
          {
            key: "other",
            label: `${regionName(other.region)} (${unit})`,
            align: "end",
            cell: ({ period }: Row) => print(theirs.get(period)),
          } as const,
        ]
      : []),
  ];
  const sides = [own, ...(other ? [other] : [])];
  return (
    <>
      <p className="mb-3 text-sm text-muted">
        <TextLink href={`/series/${series.code}`}>{inLocale(series.name, locale)}</TextLink>
        {` · ${series.source} · ${series.vintage}`}
      </p>
      {rows.length > 0 && rows.every(({ period }) => /^\d{4}$/.test(period)) ? (
        <p className="prose-measure mb-3 text-sm">
          {t("yearly", { before: own.comparison.before.length, within: own.comparison.within.length })}
        </p>
      ) : null}
      <DataTable
        className="max-w-2xl"
        caption={t("figures")}
        rows={rows}
        rowKey={({ period }) => period}
        groupOf={({ place }) => ({ key: place, heading: t(`place.${place}`) })}
        empty={<p className="text-muted">{t("noFigures")}</p>}
        columns={columns}
      />
      <div className="mt-6">
        <DataTable
          className="max-w-3xl"
          caption={t("means")}
          showCaption
          rows={sides}
          rowKey={({ region }) => region}
          columns={[
            { key: "region", label: t("region"), lead: true, cell: ({ region }) => regionName(region) },
            {
              key: "before",
              label: t("meanBefore"),
              align: "end",
              cell: ({ comparison }) => print(comparison.meanBefore),
            },
            {
              key: "within",
              label: t("meanWithin"),
              align: "end",
              cell: ({ comparison }) => print(comparison.meanWithin),
            },
            {
              key: "difference",
              label: t("difference"),
              align: "end",
              cell: ({ comparison }) => signed(comparison.difference),
            },
            {
              key: "standardised",
              label: t("standardised"),
              align: "end",
              cell: ({ comparison }) => signed(comparison.standardised),
            },
          ]}
        />
      </div>
      {other && differenceOfDifferences !== null ? (
        <p className="mt-3">
          {t("ofDifferences", {
            own: regionName(own.region),
            other: regionName(other.region),
            value: `${signed(differenceOfDifferences)} ${unit}`,
          })}
        </p>
      ) : null}
      <p className="prose-measure mt-3 text-sm text-muted">{t("noReason")}</p>
    </>
  );
}

function toRows({ before, across, within }: WindowComparison): readonly Row[] {
  const of = (place: Row["place"], values: typeof before) => values.map((one) => ({ ...one, place }));
  const rank = { before: 0, across: 1, within: 2 } as const;
  return [...of("before", before), ...of("across", across), ...of("within", within)].sort(
    (a, b) => rank[a.place] - rank[b.place] || (a.period < b.period ? -1 : 1),
  );
}
