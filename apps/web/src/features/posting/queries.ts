import { pinyinOf } from "@lilink/engine/text";
import { createTranslator, type Locale, placeName } from "@lilink/i18n";
import { concepts, labelsOf, loadStage } from "@lilink/model/chain";
import { placeCountries, provinces } from "@lilink/model/codes";
import { cooperationForms, type PostingKind } from "@lilink/model/posting";
import type { ComboboxOption, SelectOption } from "@lilink/ui";
import { countryOptions } from "#lib/country-options.ts";
import type { Phrases } from "./components/made-words.ts";
import { asLabel, conceptName } from "./view.ts";

const isGoods = ({ type }: (typeof concepts)[number]) => type === "product" || type === "reagent";
/** So that the name of a salt finds the salts before the step that precipitates them. */
const goodsFirst = [...concepts.filter(isGoods), ...concepts.filter((concept) => !isGoods(concept))];

const made = new Map<Locale, readonly ComboboxOption[]>();

/** Every concept of the chain as a choice that is found in zh, en, by pinyin or abbreviation. Made once a language. */
export function conceptOptions(locale: Locale): readonly ComboboxOption[] {
  const known = made.get(locale);
  if (known) return known;
  const options = goodsFirst.map((concept) => {
    const stage = loadStage(concept.stage);
    return {
      value: concept.id,
      label: asLabel(conceptName(concept.id, locale), locale),
      keywords: [...labelsOf(concept), ...pinyinWords(concept.zh)],
      hint: locale === "en" ? stage.en : stage.zh,
    };
  });
  made.set(locale, options);
  return options;
}

/** The places of a posting: provinces first, then countries by name, China as a whole before the others. Ask for them on the server. */
export function regionOptions(locale: Locale): readonly SelectOption[] {
  return [
    ...provinces.map(({ code }) => ({ value: code, label: placeName(code, locale) })),
    ...countryOptions(locale, placeCountries),
  ];
}

function pinyinWords(zh: string): string[] {
  const { full, initials } = pinyinOf(zh);
  return [full, initials];
}

/** How the platform would call a posting of a kind, in either language of a posting; the places stay open. */
export function phrasesOf(kind: PostingKind): Readonly<Record<"zh" | "en", Phrases>> {
  const places = {
    concept: "{concept}",
    figures: "{figures}",
    lead: "{lead}",
    what: "{what}",
    forms: "{forms}",
  };
  const of = (locale: Locale): Phrases => {
    const t = createTranslator(locale, "posting.phrase");
    return {
      title: t(`${kind}.title`, places),
      leads:
        kind === "project"
          ? {}
          : Object.fromEntries(cooperationForms.map((form) => [form, t(`${kind}.lead.${form}`, places)])),
      titleFigures: t(`${kind}.titleFigures`, places),
      summary: t(`${kind}.summary`, places),
      summaryMore: t("summaryMore"),
      machines: t("machines", places),
      forms: Object.fromEntries(
        cooperationForms.map((form) => [form, t(`form.${form}`)]),
      ) as Phrases["forms"],
    };
  };
  return { zh: of("zh-CN"), en: of("en") };
}
