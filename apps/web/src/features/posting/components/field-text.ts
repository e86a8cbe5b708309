import { formatDate, formatNumber, formatPeriod, placeName } from "@lilink/i18n";
import type { PostingFigure, PostingKind, PostingVolume } from "@lilink/model/posting";
import { useLocale, useTranslations } from "next-intl";
import { asLabel, attributeName, conceptName, figureText, spanOf, volumeText } from "../view.ts";

const named = ["maturity", "ipStatus", "budget", "cooperation", "language"] as const;
type Named = (typeof named)[number];

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** The words of a field and of its value; where the kind is known, a price is named as its side names it, in the field and in a row. */
export function useFieldText(kind?: PostingKind) {
  const t = useTranslations("posting");
  const locale = useLocale();
  const label = (field: string): string =>
    field.startsWith("figures.")
      ? asLabel(attributeName(field.split(".")[1] ?? "", locale, kind), locale)
      : t(`field.${field === "price" && kind === "need" ? "priceCeiling" : field}` as "field.title");

  const figure = (value: PostingFigure) =>
    [
      figureText(value, locale),
      value.hard ? t("body.hard") : t("body.wish"),
      ...(value.condition ? [value.condition] : []),
    ].join(" · ");

  const volume = (value: PostingVolume) => {
    const span = spanOf(value, locale);
    const rows = (value.schedule ?? []).map(
      ({ period, amount }) => `${formatPeriod(period, locale)} ${formatNumber(amount, locale)}`,
    );
    return [volumeText(value, locale), ...(span ? [t(`body.${span.key}`, span.params)] : []), ...rows].join(
      " · ",
    );
  };

  const text = (field: string, value: unknown): string => {
    if (value === undefined || value === null) return "";
    if (field.startsWith("figures.")) return figure(value as PostingFigure);
    if (field === "volume") return volume(value as PostingVolume);
    return listOf(value)
      .map((item) => word(field, item))
      .join(" · ");
  };

  const word = (field: string, item: unknown): string => {
    if (field === "concept" || field === "concepts") return conceptName(String(item), locale);
    if (field === "region") return placeName(String(item), locale);
    const name = named.find((one) => one === field);
    if (name) return enumText(name, String(item));
    if (item && typeof item === "object" && "name" in item) return String(item.name);
    return typeof item === "string" && /^\d{4}-\d{2}-\d{2}$/.test(item)
      ? formatDate(item, locale)
      : String(item);
  };

  const enumText = (name: Named, value: string): string => {
    const key = `${name}.${value}` as "language.zh";
    return t.has(key) ? t(key) : value;
  };
  return { label, text };
}
