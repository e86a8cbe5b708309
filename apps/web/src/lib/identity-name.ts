import type { Locale } from "@lilink/i18n";

type Identity = { readonly name: string; readonly nameEn?: string | undefined };

/** Who stands behind a posting, where that is open to the reader. */
export function identityName({ name, nameEn }: Identity, locale: Locale): string {
  return locale === "en" ? (nameEn ?? name) : name;
}
