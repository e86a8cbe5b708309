import { createTranslator, type Locale } from "@lilink/i18n";

/** What competition law asks of a file of figures from firms: how they were added up, and how many are withheld. [ME7] */
export function toLawNote(
  { all, withheld }: { readonly all: number; readonly withheld: number },
  locale: Locale,
): readonly string[] {
  const t = createTranslator(locale, "release.law");
  return [t("title"), t("how"), t("count", { all, withheld })];
}
