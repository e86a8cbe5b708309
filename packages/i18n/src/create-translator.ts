import { createTranslator as createIcuTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import { catalog, type Messages } from "./catalog.ts";
import type { Locale } from "./locale.ts";

/**
 * A translator outside React (mail, documents, REST errors).
 * `createTranslator("en", "error")("NOT_FOUND")` gives the English text of that code.
 */
export function createTranslator<N extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  locale: Locale,
  namespace: N,
) {
  return createIcuTranslator<Messages, N>({
    locale,
    messages: catalog[locale],
    namespace,
    timeZone: "Asia/Shanghai",
  });
}
