import { latinNameOf } from "@lilink/engine/text";
import type { Locale } from "@lilink/i18n";
import { ownHalf } from "./in-locale.ts";

/** A person's name for a reader: in English the pinyin stands before a name that is written in Chinese alone. */
export function personIn(name: string, locale: Locale): string {
  const own = ownHalf(name, locale);
  const latin = locale === "en" ? latinNameOf(own) : null;
  return latin ? `${latin} ${own}` : own;
}
