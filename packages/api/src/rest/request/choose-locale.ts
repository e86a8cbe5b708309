import { defaultLocale, type Locale, locales } from "@lilink/i18n";

/** The language of texts for a program: the best that `Accept-Language` asks for, else that of the product. */
export function chooseLocale(header: string | null): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().toLowerCase().split(";");
      const quality = Number(rest.find((one) => one.trim().startsWith("q="))?.split("=")[1] ?? 1);
      return { language: tag.split("-")[0] ?? "", quality: Number.isNaN(quality) ? 0 : quality };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    const known = locales.find((locale) => locale.split("-")[0] === language);
    if (known) return known;
  }
  return defaultLocale;
}
