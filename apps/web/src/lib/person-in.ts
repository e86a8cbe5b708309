import { latinNameOf } from "@lilink/engine/text";
import type { Locale } from "@lilink/i18n";
import { ownHalf } from "./in-locale.ts";

/** Who saved a version: a name, or the word for a name that is not shown to this reader, or for the system. */
export function saverIn(
  { savedBy, byPerson }: { readonly savedBy: string | null; readonly byPerson: boolean },
  locale: Locale,
  say: (key: "nameNotShown" | "system") => string,
): string {
  if (savedBy) return personIn(savedBy, locale);
  return say(byPerson ? "nameNotShown" : "system");
}

/** A person's name for a reader: in English the pinyin stands before a name that is written in Chinese alone. */
export function personIn(name: string, locale: Locale): string {
  const own = ownHalf(name, locale);
  const latin = locale === "en" ? latinNameOf(own) : null;
  return latin ? `${latin} ${own}` : own;
}
