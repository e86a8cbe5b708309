import { createTranslator, formatDate, type Namespace } from "@lilink/i18n";
import type { Language } from "./fixtures.ts";

/** The words that the product itself uses, so that a test reads in either language. */
export function wordsOf(language: Language) {
  const say = (namespace: Namespace, key: string, params: Record<string, string | number> = {}): string => {
    const translate = createTranslator(language, namespace) as unknown as (
      key: string,
      params: Record<string, string | number>,
    ) => string;
    const text = translate(key, params);
    if (text === `${namespace}.${key}`) throw new Error(`The product has no words ${text}.`);
    return text;
  };
  /** A day as its pages write it. */
  return Object.assign(say, { day: (on: string) => formatDate(on, language) });
}
