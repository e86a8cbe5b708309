import type { Locale } from "@lilink/i18n";

/**
 * The language of words whose writer did not say: one Chinese character makes them Chinese.
 * @example langOf("LFP cells") // "en"
 */
export function langOf(text: string): Locale {
  return /\p{Script=Han}/u.test(text) ? "zh-CN" : "en";
}
