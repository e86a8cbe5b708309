import type { Locale } from "@lilink/i18n";
import {
  type CooperationForm,
  isWalled,
  type LevelChoice,
  levelOf,
  levelOfFigure,
  type PostingContent,
  pickKeyFigures,
} from "@lilink/model/posting";
import { asLabel, conceptName, figuresText } from "../view.ts";

/** How a title and a summary begin in one language, with `{concept}`, `{lead}` and `{figures}` in their places. */
export type Phrases = {
  readonly title: string;
  /** The same for a form of cooperation: who buys says so. */
  readonly leads: Readonly<Partial<Record<CooperationForm, string>>>;
  readonly titleFigures: string;
  readonly summary: string;
  readonly summaryFigures: string;
};
export type MadeWords = { readonly title: string; readonly summary: string };

const longestTitle = 120;

/**
 * Title and summary as the form proposes them: from the concept, the form of cooperation and figures that everyone may read, the
 * deciding ones first, and from nothing else, so that neither tells what a closer level keeps. Empty without a concept. [PO17]
 */
export function makeWords(
  content: Partial<PostingContent>,
  levels: LevelChoice,
  language: "zh" | "en",
  phrases: Phrases,
): MadeWords {
  if (!content.concept) return { title: "", summary: "" };
  const locale: Locale = language === "en" ? "en" : "zh-CN";
  const open = (content.figures ?? []).filter(
    ({ attribute, value, unit }) =>
      attribute && value && unit && !isWalled(attribute) && levelOfFigure(attribute, levels) === "everyone",
  );
  const concept = conceptName(content.concept, locale);
  const figures = figuresText(pickKeyFigures(open), locale);
  const fill = (phrase: string) => phrase.replace("{concept}", concept).replace("{figures}", figures);
  // A draft keeps anything that was sent, so the forms may be no list.
  const [form] = levelOf("cooperation", levels) === "everyone" ? [...(content.cooperation ?? [])] : [];
  const lead = fill((form && phrases.leads[form]) || phrases.title);
  const long = figures ? fill(phrases.titleFigures).replace("{lead}", lead) : lead;
  return {
    title: long.length > longestTitle ? lead : long,
    // It begins with the concept, and so with a capital.
    summary: asLabel(fill(figures ? phrases.summaryFigures : phrases.summary), locale),
  };
}
