import { type Concept, concepts, neighboursOf, specs } from "@lilink/model/chain";
import {
  type CooperationForm,
  cooperationForms,
  ipStatuses,
  type LevelChoice,
  maturitySteps,
  type PostingContent,
  type PostingFigure,
  type PostingKind,
} from "@lilink/model/posting";
import sentences from "../data/sentences.json" with { type: "json" };
import type { Random } from "./random.ts";

export type MadePosting = {
  readonly kind: PostingKind;
  readonly content: PostingContent;
  readonly levels: LevelChoice;
};

const provinceCodes = ["36", "51", "63", "54", "43", "42", "44", "45", "35", "34", "32", "33", "53", "15"];
const unitOf: Readonly<Record<string, string>> = { purity: "mass %", moisture: "ppm", magnetic: "ppb" };

/** An invented posting on one concept, worded and figured as people do; levels are mostly the defaults. */
export function makePosting(random: Random, concept: Concept): MadePosting {
  const kind = random.chance(0.1) ? "project" : random.chance(0.5) ? "need" : "capability";
  const language = random.chance(0.8) ? "zh" : "en";
  const words = sentences[language];
  const near = neighboursOf(concept.id).map((neighbour) => neighbour.concept);
  const neighbour = concepts.find(({ id }) => near.length > 0 && id === random.pick(near)) ?? concept;
  const fill = (text: string) =>
    text.replaceAll("{concept}", concept[language]).replaceAll("{neighbour}", neighbour[language]);
  const details = Array.from({ length: 2 + random.below(5) }, () => fill(random.pick(words.details)));
  return {
    kind,
    content: {
      concept: concept.id,
      ...(neighbour === concept || random.chance(0.7) ? {} : { concepts: [neighbour.id] }),
      language,
      title: fill(random.pick(words.titles[kind])).slice(0, 120),
      summary: fill(random.pick(words.summaries)),
      description: [...new Set(details)].join(language === "zh" ? "" : " "),
      figures: makeFigures(random, concept),
      volume: { amount: String(100 * (1 + random.below(200))), unit: "t/a" },
      price: `${40 + random.below(80)}000 CNY/t`,
      region: random.pick(provinceCodes),
      trl: 3 + random.below(7),
      maturity: random.pick(maturitySteps),
      ipStatus: random.pick(ipStatuses),
      cooperation: [
        ...new Set<CooperationForm>([random.pick(cooperationForms), random.pick(cooperationForms)]),
      ],
    },
    levels: random.chance(0.3) ? { region: "everyone", maturity: "everyone" } : {},
  };
}

function makeFigures(random: Random, concept: Concept): PostingFigure[] {
  const known = specs.filter((spec) => spec.concept === concept.id).slice(0, 3);
  const figures = known.map((spec) => ({
    attribute: spec.attribute,
    op: random.chance(0.5) ? (">=" as const) : ("<=" as const),
    value: (spec.min + random.next() * (spec.max - spec.min)).toFixed(2),
    unit: unitOf[spec.attribute] ?? "1",
    hard: random.chance(0.6),
  }));
  const capacity = String(500 * (1 + random.below(60)));
  return [
    ...figures,
    { attribute: "capacity_ta", op: "=", value: capacity, unit: "t/a", hard: random.chance(0.3) },
  ];
}
