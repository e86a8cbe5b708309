import { defaultLocale, locales } from "@lilink/i18n";
import { defineRouting } from "next-intl/routing";

/** The address alone decides the language: no cookie, no guess from the browser. */
export const routing = defineRouting({
  locales,
  defaultLocale,
  localePrefix: "as-needed",
  localeDetection: false,
  localeCookie: false,
});
