import type { Locale } from "@lilink/i18n";
import { isMachineStep } from "@lilink/model/chain";
import {
  type CooperationForm,
  type DisclosureLevel,
  isWalled,
  type LevelChoice,
  levelOf,
  levelOfFigure,
  type PostingContent,
  pickKeyFigures,
  tellOwnThing,
  tellsNobodyMore,
} from "@lilink/model/posting";
import { asLabel, conceptName, figuresText, volumeText } from "../view.ts";

/** How a title and a summary are made in one language, with `{concept}`, `{lead}`, `{figures}`, `{what}` and `{forms}` in their places. */
export type Phrases = {
  readonly title: string;
  /** The same for a form of cooperation: who buys says so. */
  readonly leads: Readonly<Partial<Record<CooperationForm, string>>>;
  readonly titleFigures: string;
  readonly summary: string;
  /** What is added where figures and amount are for fewer readers than the summary. */
  readonly summaryMore: string;
  readonly forms: Readonly<Record<CooperationForm, string>>;
  /** What is supplied for a step of making cells: its machines. */
  readonly machines: string;
};
export type MadeWords = { readonly title: string; readonly summary: string };

const longestTitle = 120;
const mostConcepts = 2;
const mostForms = 3;

/** The figures that everybody who reads a text of a level may read as well, the deciding ones first. */
export function figuresToldAt(
  { figures = [] }: Partial<PostingContent>,
  levels: LevelChoice,
  level: DisclosureLevel,
): ReturnType<typeof pickKeyFigures> {
  return pickKeyFigures(
    figures.filter(
      ({ attribute, value, unit }) =>
        attribute &&
        value &&
        unit &&
        !isWalled(attribute) &&
        tellsNobodyMore({ level: levelOfFigure(attribute, levels), walled: false }, { level, walled: false }),
    ),
  );
}

/**
 * Title and summary as the form proposes them, from what all who read each of them may read and from nothing else, so that neither tells
 * what a closer level keeps: concepts, forms of cooperation, the deciding figures, and in a summary for partners the amount. Without a concept
 * the noun of a text that members read stands in its place; empty where it has none. [PO17]
 */
export function makeWords(
  content: Partial<PostingContent>,
  levels: LevelChoice,
  language: "zh" | "en",
  phrases: Phrases,
): MadeWords {
  // Everyone reads a title: of a text that its author keeps from members it tells nothing.
  const own = content.concept || !isForMembers(levels) ? null : tellOwnThing(content.description ?? "");
  if (!content.concept && !own) return { title: "", summary: "" };
  const locale: Locale = language === "en" ? "en" : "zh-CN";
  // A clause that stands for want of a noun is no goods to look for.
  if (own && !own.isNoun) return { title: asLabel(own.words, locale), summary: "" };
  const told = figuresText(figuresToldAt(content, levels, "everyone"), locale);
  // A draft keeps anything that was sent, so the forms may be no list.
  const [form] = levelOf("cooperation", levels) === "everyone" ? [...(content.cooperation ?? [])] : [];
  const concept = own?.words ?? thingName(content.concept ?? "", form, locale, phrases);
  const fill = (phrase: string) =>
    phrase.replace("{concept}", () => concept).replace("{figures}", () => told);
  const lead = fill((form && phrases.leads[form]) || phrases.title);
  const long = told ? fill(phrases.titleFigures).replace("{lead}", () => lead) : lead;
  return {
    title: long.length > longestTitle ? lead : long,
    summary: makeSummary(content, levels, locale, phrases, own?.words),
  };
}

const isForMembers = (levels: LevelChoice) => /^(?:everyone|member)$/.test(levelOf("description", levels));

/** A step of making cells is no goods: who supplies for it supplies its machines. */
function thingName(id: string, form: CooperationForm | undefined, locale: Locale, { machines }: Phrases) {
  const name = conceptName(id, locale);
  return isMachineStep(id) && form === "supply" ? machines.replace("{concept}", name) : name;
}

/** The thing, its deciding figures, its amount and how one works together, in one line. */
function makeSummary(
  content: Partial<PostingContent>,
  levels: LevelChoice,
  locale: Locale,
  phrases: Phrases,
  own: string | undefined,
): string {
  const level = levelOf("summary", levels);
  const isTold = (field: "cooperation" | "volume") =>
    tellsNobodyMore({ level: levelOf(field, levels), walled: isWalled(field) }, { level, walled: false });
  const [comma, and] = locale === "en" ? [", ", " and "] : ["，", "、"];
  const things = [content.concept ?? "", ...(content.concepts ?? [])].slice(0, mostConcepts);
  const figures = figuresText(figuresToldAt(content, levels, level), locale);
  const { volume } = content;
  const amount = volume?.amount && volume.unit && isTold("volume") ? volumeText(volume, locale) : "";
  const [form] = isTold("cooperation") ? [...(content.cooperation ?? [])] : [];
  const names = own === undefined ? things.map((id) => thingName(id, form, locale, phrases)) : [own];
  const what = [names.join(and), figures, amount].filter(Boolean);
  const forms = isTold("cooperation")
    ? [...(content.cooperation ?? [])].flatMap((one) => phrases.forms[one] ?? []).slice(0, mostForms)
    : [];
  const [open, close] = locale === "en" ? [" (", ")"] : ["（", "）"];
  const worked = forms.length > 0 ? `${open}${forms.join(locale === "en" ? ", " : "、")}${close}` : "";
  const line = phrases.summary.replace("{what}", () => what.join(comma)).replace("{forms}", () => worked);
  // It begins with the concept, and so with a capital.
  return asLabel(figures || amount ? line : `${line}${phrases.summaryMore}`, locale);
}
