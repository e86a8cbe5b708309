import { shareOfHan } from "../text/index.ts";

export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

/** BM25 by language: Lucene's defaults for English, Anserini's for Chinese, whose terms overlap. */
export const settingsOf: Readonly<Record<Language, { readonly k1: number; readonly b: number }>> = {
  zh: { k1: 0.9, b: 0.4 },
  en: { k1: 1.2, b: 0.75 },
};

const leastHan = 0.1;

/**
 * The language under which a text is filed: Chinese texts hold Latin words, English ones hardly ever Han. [TS1]
 * @example languageOf("招聘 Java 工程师") // "zh"
 */
export function languageOf(text: string): Language {
  return shareOfHan(text) > leastHan ? "zh" : "en";
}
