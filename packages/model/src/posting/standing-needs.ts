import { familyOf, findConcept, type LinkId, loadConcept } from "../chain/index.ts";
import rows from "./data/standing-needs.json" with { type: "json" };
import type { PostingContent, PostingFigure } from "./field.ts";
import type { ContentLanguage, CooperationForm } from "./vocabulary.ts";

/** `conditions`: what a figure counts, by its attribute, where its name does not say it. */
type Words = {
  readonly title: string;
  readonly summary: string;
  readonly conditions?: Readonly<Partial<Record<string, string>>>;
};

/** A need that stands as long as the chain has it, from seed 5.2.3; its figures are proposals that an author changes. [PO25] */
export type StandingNeed = {
  readonly id: string;
  readonly concept: string;
  readonly cooperation: readonly CooperationForm[];
  readonly figures: readonly PostingFigure[];
} & Readonly<Record<ContentLanguage, Words>>;

export const standingNeeds = rows as unknown as readonly StandingNeed[];

export const linkOfNeed = ({ concept }: StandingNeed): LinkId => loadConcept(concept).link;

/** The standing needs on a concept or one of its family. */
export function needsOf(concept: string): readonly StandingNeed[] {
  if (!findConcept(concept)) return [];
  const family = familyOf(concept);
  return standingNeeds.filter((need) => family.includes(need.concept));
}

/**
 * The draft of a need that a template starts, in a language. It can be handed in as it stands. [PO25]
 * @example toNeedDraft(needs[0], "en").title // "Pre-concentration: reject waste before grinding"
 */
export function toNeedDraft(need: StandingNeed, language: ContentLanguage): PostingContent {
  const { concept, cooperation } = need;
  const { title, summary, conditions = {} } = need[language];
  const figures = need.figures.map((figure) => {
    const condition = conditions[figure.attribute];
    return condition ? { ...figure, condition } : figure;
  });
  return { concept, language, title, summary, figures, cooperation };
}
