import type { Locale } from "@lilink/i18n";
import type { Bilingual } from "@lilink/model/goals";

/** The data says "seed" where a reader knows the paper, and parts a percent sign from its number, which pages do not. */
export const inLocale = (text: Bilingual, locale: Locale) =>
  locale === "en" ? text.en.replaceAll(/\bseed\b/g, "paper").replaceAll(/(\d) (?=%)/g, "$1") : text.zh;

const halves = /^(.*?\p{Script=Han}.*?) ?\/ (\P{Script=Han}*[A-Za-z]{2}\P{Script=Han}*)$/su;

/** Of a text that gives both languages divided by a slash, Chinese first, the reader's half; any other text whole. */
export function ownHalf(text: string, locale: Locale): string {
  const [, zh, en] = halves.exec(text) ?? [];
  return (locale === "en" ? en : zh) ?? text;
}
