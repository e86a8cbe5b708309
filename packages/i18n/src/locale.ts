export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];

/** The locale without a prefix in the address. */
export const defaultLocale: Locale = "zh-CN";

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
