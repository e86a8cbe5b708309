import { glossOf } from "@lilink/model/matching";

/** Words of the trade, each by its name in the reader's language where there is one, joined as the language does. [IN9] */
export function nameWords(words: readonly string[], locale: string): string {
  const language = locale === "en" ? "en" : "zh";
  const named = words.map((word) => glossOf(word, language)[0]?.name ?? word);
  return [...new Set(named)].join(language === "en" ? ", " : "、");
}
