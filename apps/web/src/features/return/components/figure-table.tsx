import { formatNumber, formatQuantity, formatUnit, type Locale } from "@lilink/i18n";
import { figureKey } from "@lilink/model/return";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { headed } from "#features/target/view.ts";
import type { ReturnContent } from "../queries.ts";
import { placeName } from "../view.ts";

type Content = Pick<ReturnContent, "components" | "dimensions" | "total" | "figures" | "earlier">;

/** What was handed in, figure by figure, beside the period before. */
export function FigureTable({ content }: { readonly content: Content }) {
  const t = useTranslations("return");
  const locale = useLocale() as Locale;
  const components = new Map(content.components.map((component) => [component.code, component]));
  const before = new Map(content.earlier.map(({ value, ...place }) => [figureKey(place), value]));
  const order = [...components.keys()];
  const rows = content.figures
    .filter(({ raw }) => raw !== "")
    .toSorted((a, b) => order.indexOf(a.component) - order.indexOf(b.component));
  const unitOf = (code: string) => components.get(code)?.unit ?? null;
  const table = (
    <DataTable
      caption={t("review.figures")}
      rows={rows}
      rowKey={figureKey}
      empty={<p>{t("form.none")}</p>}
      columns={[
        {
          key: "component",
          label: t("review.component"),
          lead: true,
          cell: ({ component }) => {
            const name = components.get(component)?.name;
            return name ? headed(locale === "en" ? name.en : name.zh) : component;
          },
        },
        {
          key: "place",
          label: t("review.place"),
          speaks: true,
          cell: (row) =>
            [row.site, placeName(content, components.get(row.component)?.dimensions ?? [], row, locale)]
              .filter(Boolean)
              .join(" · ") || t("form.whole"),
        },
        {
          key: "value",
          label: t("review.value"),
          align: "end",
          className: "whitespace-nowrap",
          cell: ({ component, value, raw, unit }) => (
            <>
              {value === null ? raw : formatQuantity(value, unitOf(component), locale, "exact")}
              {unit !== "" && unit !== unitOf(component) ? (
                <span className="block text-sm text-muted">
                  {t("review.typed")}: {raw} {unit === "1" ? t("unit.ratio") : formatUnit(unit, locale)}
                </span>
              ) : null}
            </>
          ),
        },
        {
          key: "earlier",
          label: t("review.earlier"),
          align: "end",
          className: "whitespace-nowrap",
          cell: (row) => {
            const value = before.get(figureKey(row));
            return value === undefined ? (
              <span className="text-muted">{t("form.none")}</span>
            ) : (
              formatQuantity(value, unitOf(row.component), locale, "exact")
            );
          },
        },
        {
          key: "change",
          label: t("review.change"),
          align: "end",
          cell: (row) => changeText(row.value, before.get(figureKey(row)), locale),
        },
      ]}
    />
  );
  return (
    <>
      {table}
      {content.total > content.figures.length ? (
        <p className="mt-2 text-muted">
          {t("review.partly", { shown: content.figures.length, total: content.total })}
        </p>
      ) : null}
    </>
  );
}

/** A change in whole percent, for reading alone: nothing is computed from it. */
function changeText(now: string | null, before: string | undefined, locale: Locale): string | null {
  if (now === null || before === undefined || Number(before) === 0) return null;
  const percent = Math.round((100 * (Number(now) - Number(before))) / Math.abs(Number(before)));
  return `${percent > 0 ? "+" : ""}${formatNumber(percent, locale)}%`;
}
