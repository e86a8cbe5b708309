import { createTranslator, type Locale } from "@lilink/i18n";

/** What stands on every page and in the first row of a file whose figures stem from invented bodies. */
export function sampleLine(locale: Locale): string {
  const t = createTranslator(locale, "common.sample");
  return `${t("mark")} · ${t("line")}`;
}
