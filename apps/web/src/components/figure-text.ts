import { formatDate, formatQuantity } from "@lilink/i18n";
import type { FigureProps, FigureState } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";

export type FigureValue = {
  /** A number or decimal string; null where there is none yet. */
  readonly value: number | string | null;
  readonly unit?: string | null;
  readonly state?: FigureState;
  /** What the unit counts or how it was reckoned, e.g. "LCE". */
  readonly basis?: string;
  /** A day or instant. */
  readonly asOf?: Date | string;
  readonly source?: string;
};

/** The words of a figure in the reader's language: value with unit, and its basis, age and source. */
export function useFigureText(figure: FigureValue): Omit<FigureProps, "className"> {
  const t = useTranslations("common.figure");
  const locale = useLocale();
  const origin = [
    figure.basis ? `${t("basis")}: ${figure.basis}` : "",
    figure.asOf ? t("asOf", { date: formatDate(figure.asOf, locale) }) : "",
    figure.source ? `${t("source")}: ${figure.source}` : "",
  ]
    .filter(Boolean)
    .join(" · ");
  return {
    value: figure.value === null ? undefined : formatQuantity(figure.value, figure.unit ?? null, locale),
    state: figure.state ?? (figure.value === null ? "none" : "value"),
    text: {
      none: t("none"),
      withheld: t("withheld"),
      withheldWhy: t("withheldWhy"),
      estimate: t("estimate"),
    },
    origin: origin || undefined,
  };
}
