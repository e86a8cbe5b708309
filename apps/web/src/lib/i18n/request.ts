import { defaultLocale, isLocale, loadMessages, timeZone } from "@lilink/i18n";
import { getRequestConfig } from "next-intl/server";

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = isLocale(requested) ? requested : defaultLocale;
  return { locale, timeZone, messages: loadMessages(locale) };
});
