import { formatNumber, formatPeriod, toReading } from "@lilink/i18n";
import { provinces } from "@lilink/model/codes";
import {
  type Definition,
  type DimensionCode,
  definedCodes,
  findFigureDimension,
} from "@lilink/model/goals/definition";
import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { Chart } from "#components/chart.tsx";
import { NarrowTable } from "#components/narrow-table.tsx";
import { headed } from "#features/target/view.ts";
import { inLocale } from "#lib/in-locale.ts";
import type { MeasureSeries, ReleasedFigure } from "../queries.ts";
import {
  figureLine,
  levelOf,
  mapFrom,
  ofLastPeriod,
  placesOf,
  provinceLetters,
  provinceTiles,
} from "../view.ts";

export type BreakdownProps = {
  readonly dimension: string;
  readonly terms: Definition["terms"];
  readonly series: MeasureSeries;
};

/** The last period's figures by one dimension; provinces as tiles too. */
export function Breakdown({ dimension, terms, series }: BreakdownProps) {
  const t = useTranslations("figure");
  const locale = useLocale();
  const found = findFigureDimension(dimension);
  const figures = ofLastPeriod(series.figures).filter(({ place }) => place[0] !== "all");
  const codes = listCodes(definedCodes({ terms }, dimension));
  const rows = codes.flatMap((code) => {
    const figure = figures.find(({ place }) => place[0] === code.code);
    return figure ? [{ code, figure }] : [];
  });
  if (!found || rows.length === 0) return null;
  const places = placesOf(rows.map(({ figure }) => figure));
  const isMapped =
    dimension === "province" && rows.filter(({ figure }) => figure.status !== "absent").length >= mapFrom;
  const title = t("by", {
    dimension: inLocale(found.name, locale),
    period: formatPeriod(rows[0]?.figure.period ?? "", locale),
  });
  return (
    <div className={cn("flex flex-col gap-3", isMapped && "lg:col-span-2")}>
      <h3>{title}</h3>
      <div className={isMapped ? "grid items-start gap-x-10 gap-y-4 lg:grid-cols-2" : undefined}>
        {isMapped ? (
          <Provinces rows={rows} unit={series.unit} label={title} dimension={inLocale(found.name, locale)} />
        ) : null}
        <NarrowTable
          caption={title}
          rows={rows.filter(({ figure }) => figure.status !== "absent")}
          rowKey={({ code }) => code.code}
          columns={[
            {
              key: "code",
              label: headed(inLocale(found.name, locale)),
              cell: ({ code }) => (
                <span style={{ paddingLeft: `${code.depth}rem` }}>{headed(inLocale(code.name, locale))}</span>
              ),
            },
            {
              key: "value",
              label: t("value"),
              align: "end",
              cell: ({ figure }) => figureLine(figure, series.unit, locale, t("absent"), places),
            },
          ]}
        />
      </div>
    </div>
  );
}

type Row = { readonly code: DimensionCode & { readonly depth: number }; readonly figure: ReleasedFigure };

type ProvincesProps = {
  readonly rows: readonly Row[];
  readonly unit: string;
  readonly label: string;
  readonly dimension: string;
};

/** All provinces, those without a figure as empty tiles. */
function Provinces({ rows, unit, label, dimension }: ProvincesProps) {
  const t = useTranslations("figure");
  const locale = useLocale();
  const largest = Math.max(0, ...rows.map(({ figure }) => Number(figure.value ?? 0)));
  const tiles = provinces.flatMap(({ code, short, zh, en }) => {
    const place = provinceTiles[code];
    if (!place) return [];
    const figure = rows.find((row) => row.code.code === code)?.figure;
    const isWithheld = figure?.status === "withheld";
    const told = figure?.value ? formatNumber(toReading(figure.value), locale, "short") : "";
    return [
      {
        key: code,
        name: locale === "en" ? en : zh,
        label: locale === "en" ? (provinceLetters[code] ?? en) : short,
        column: place[0],
        row: place[1],
        level: figure ? levelOf(figure.value, largest) : null,
        short: isWithheld ? "W" : told,
        text: figure ? figureLine(figure, unit, locale, t("absent")) : t("absent"),
        ...(figure?.value ? {} : { why: isWithheld ? ("withheld" as const) : ("missing" as const) }),
      },
    ];
  });
  return (
    <Chart
      tableBeside
      hideTitle
      room="column"
      title={label}
      spec={{ kind: "tile", head: [dimension, t("value")], tiles }}
    />
  );
}

function listCodes(
  codes: readonly DimensionCode[],
  depth = 0,
): readonly (DimensionCode & { depth: number })[] {
  return codes.flatMap((code) => [{ ...code, depth }, ...listCodes(code.parts ?? [], depth + 1)]);
}
