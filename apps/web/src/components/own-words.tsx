import { useLocale } from "next-intl";
import { langOf } from "#lib/i18n/lang-of.ts";

/** Words as somebody wrote them, a name or a title, marked with their language where it is not the page's. */
export function OwnWords({ children }: { readonly children: string }) {
  const lang = langOf(children);
  return lang === useLocale() || !/\p{L}/u.test(children) ? children : <span lang={lang}>{children}</span>;
}
