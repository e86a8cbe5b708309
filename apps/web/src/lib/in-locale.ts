import type { Locale } from "@lilink/i18n";
import type { Bilingual } from "@lilink/model/goals";

/** The data says "seed" where a reader knows the paper. */
export const inLocale = (text: Bilingual, locale: Locale) =>
  locale === "en" ? text.en.replaceAll(/\bseed\b/g, "paper") : text.zh;
