import { useLocale, useTranslations } from "next-intl";

/** Names a region of a series: a country, the world, the rest, or what was printed. The platform's own records are not a country's. */
export function useRegionName(): (region: string, confidence?: string) => string {
  const t = useTranslations("series.edition");
  const locale = useLocale();
  const names = new Intl.DisplayNames([locale], { type: "region", fallback: "code" });
  return (region, confidence) => {
    if (region === "CN" && confidence === "computed") return t("platform");
    if (region === "WLD") return t("world");
    if (region === "OTHER") return t("other");
    return /^[A-Z]{2}$/.test(region) ? (names.of(region) ?? region) : region;
  };
}
