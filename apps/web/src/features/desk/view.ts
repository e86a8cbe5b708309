import { type Locale, recordWords } from "@lilink/i18n";
import { findRegister } from "@lilink/model/register";
import type { DeskItem } from "./queries.ts";

/** What is to be done with a record, in the words of its register. */
export function dutyWords({ register, kind }: NonNullable<DeskItem["duty"]>, locale: Locale): string {
  const known = findRegister(register);
  if (!known) return "";
  const words = recordWords(known.name, locale);
  return `${words.duty(kind)} · ${words.title}`;
}

/** A record has a title in both languages. */
export function titleOf({ title, duty }: Pick<DeskItem, "title" | "duty">, locale: Locale): string | null {
  return duty && locale === "en" ? duty.titleEn : title;
}
