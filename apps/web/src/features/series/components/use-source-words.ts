import { useLocale, useTranslations } from "next-intl";
import { ownHalf } from "#lib/in-locale.ts";
import type { SeriesItem } from "../queries.ts";
import { knownSource, sourceName } from "../view.ts";

/** Who publishes a series and under which licence, in the reader's language where that is known. */
export function useSourceWords() {
  const t = useTranslations("series");
  const locale = useLocale();
  return ({ source, licence }: Pick<SeriesItem, "source" | "licence">) => {
    const known = knownSource(source);
    return {
      source: known ? t(known) : sourceName(ownHalf(source, locale), (site) => t("webPage", { site })),
      licence: known === "usgs" ? t("usgsLicence") : ownHalf(licence, locale),
    };
  };
}
