import { glossOf } from "@lilink/model/matching";

/**
 * Words of the trade, each by its name in the reader's language, joined as the language does. A word that only its author's script
 * knows says nothing to others: it stands only where no other does. [IN9]
 */
export function nameWords(words: readonly string[], locale: string): string {
  const language = locale === "en" ? "en" : "zh";
  const named = words.map((word) => glossOf(word, language)[0]?.name ?? word);
  const legible = language === "en" ? named.filter((name) => !/\p{Script=Han}/u.test(name)) : named;
  return [...new Set(legible.length > 0 ? legible : named)].join(language === "en" ? ", " : "、");
}
