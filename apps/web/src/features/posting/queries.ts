import { pinyinOf } from "@lilink/engine/text";
import type { Locale } from "@lilink/i18n";
import { concepts, labelsOf, loadStage } from "@lilink/model/chain";
import type { ComboboxOption } from "@lilink/ui";
import { conceptName } from "./view.ts";

const made = new Map<Locale, readonly ComboboxOption[]>();

/** Every concept of the chain as a choice that is found in zh, en, by pinyin or abbreviation. Made once a language. */
export function conceptOptions(locale: Locale): readonly ComboboxOption[] {
  const known = made.get(locale);
  if (known) return known;
  const options = concepts.map((concept) => {
    const stage = loadStage(concept.stage);
    return {
      value: concept.id,
      label: conceptName(concept.id, locale),
      keywords: [...labelsOf(concept), ...pinyinWords(concept.zh)],
      hint: locale === "en" ? stage.en : stage.zh,
    };
  });
  made.set(locale, options);
  return options;
}

function pinyinWords(zh: string): string[] {
  const { full, initials } = pinyinOf(zh);
  return [full, initials];
}
