"use client";

import { type Locale, locales } from "@lilink/i18n";
import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { getPathname, usePathname } from "#lib/i18n/navigation.ts";

/** The same page with the same query in the other language, a list from its start: each language has its own order. A plain link: the whole document changes its language. */
export function LocaleSwitch() {
  const t = useTranslations("common.locale");
  const current = useLocale();
  const pathname = usePathname();
  const asked = new URLSearchParams(useSearchParams());
  asked.delete("cursor");
  const query = asked.toString();
  const addressIn = (locale: Locale) => getPathname({ href: pathname, locale }) + (query ? `?${query}` : "");
  return (
    <>
      {locales
        .filter((locale) => locale !== current)
        .map((locale) => (
          <a
            key={locale}
            href={addressIn(locale)}
            hrefLang={locale}
            lang={locale}
            className="inline-flex h-9 items-center rounded-md px-2 text-sm text-muted no-underline hover:bg-sunken hover:text-ink"
          >
            {t(locale)}
          </a>
        ))}
    </>
  );
}
