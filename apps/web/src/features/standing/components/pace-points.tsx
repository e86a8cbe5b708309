import { formatQuantity, toReading } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";
import type { PaceShown } from "./pace-shown.ts";

/** Between which two points a pace leads, and which of them the paper prints. [PG11] */
export function PacePoints({ shown, unit }: { readonly shown: PaceShown; readonly unit: string | null }) {
  const t = useTranslations("standing");
  const locale = useLocale();
  const { from, to, first } = shown;
  const read = (value: string) => formatQuantity(toReading(value), unit, locale);
  const points = {
    from: String(from.year),
    low: read(from.value),
    to: String(to.year),
    high: read(to.value),
  };
  return (
    <span className="prose-measure block text-sm text-muted">
      {from.origin === "released" ? t("points", points) : t("mixed", points)}
      {first ? ` ${t("firstReleased", { year: String(first.year), value: read(first.value) })}` : null}
    </span>
  );
}
