import { formatNumber, formatRatio, joinUnit, type Locale } from "@lilink/i18n";
import {
  type Concept,
  concepts,
  type FlowGraph,
  feeds,
  findConcept,
  type LinkId,
  loadStage,
  type Neighbour,
  type PostingCounts,
  type Stage,
  type SupplyState,
  supplyOf,
} from "@lilink/model/chain";
import type { Tone } from "@lilink/ui";

type Named = { readonly zh: string; readonly en: string };
export type ConceptCount = PostingCounts & { readonly concept: string };

export const nothing: PostingCounts = { capabilities: 0, needs: 0, projects: 0 };

export const nameOf = (row: Named, locale: Locale) => (locale === "en" ? row.en : row.zh);
/** The name in the language that the page is not in. */
export const otherNameOf = (row: Named, locale: Locale) => (locale === "en" ? row.zh : row.en);

export function addCounts(rows: readonly PostingCounts[]): PostingCounts {
  return rows.reduce(
    (sum, row) => ({
      capabilities: sum.capabilities + row.capabilities,
      needs: sum.needs + row.needs,
      projects: sum.projects + row.projects,
    }),
    nothing,
  );
}

/** What the map may be narrowed to: one kind of posting, or the concepts that the viewer's body trades in. */
export const chainShows = ["capability", "need", "project", "mine"] as const;
export type ChainShow = (typeof chainShows)[number];

/** The counts that a narrowed map shows; the others are nothing there. */
export function narrowCounts(
  counts: readonly ConceptCount[],
  show: ChainShow | null,
  mine: readonly string[],
): readonly ConceptCount[] {
  if (show === null) return counts;
  if (show === "mine") return counts.filter(({ concept }) => mine.includes(concept));
  return counts.map(({ concept, capabilities, needs, projects }) => ({
    concept,
    capabilities: show === "capability" ? capabilities : 0,
    needs: show === "need" ? needs : 0,
    projects: show === "project" ? projects : 0,
  }));
}

export const supplyTones: Readonly<Record<SupplyState, Tone>> = {
  weak: "danger",
  tight: "warning",
  answered: "success",
  idle: "neutral",
  quiet: "neutral",
};

export type ConceptRow = PostingCounts & { readonly concept: Concept; readonly supply: SupplyState };
export type StageRow = PostingCounts & {
  readonly stage: Stage;
  readonly concepts: readonly ConceptRow[];
  /** Names of the stages that material goes on to, and back to. */
  readonly to: readonly string[];
  readonly back: readonly string[];
};

/** A concept with its live postings, nothing where there is none. */
export function toConceptRow(concept: Concept, counts: readonly ConceptCount[]): ConceptRow {
  const { capabilities, needs, projects } = counts.find((row) => row.concept === concept.id) ?? nothing;
  const own = { capabilities, needs, projects };
  return { concept, ...own, supply: supplyOf(concept.id, counts) };
}

/** The stages in order, each with its concepts, what is live there and where its material goes. */
export function toStageRows(
  flow: FlowGraph,
  counts: readonly ConceptCount[],
  locale: Locale,
): readonly StageRow[] {
  const targets = (from: string, kind: "forward" | "return") =>
    flow.stageFlows
      .filter((row) => row.from === from && row.kind === kind)
      .map((row) => nameOf(loadStage(row.to), locale));
  return flow.stages.map((stage) => {
    const rows = concepts
      .filter((concept) => concept.stage === stage.id)
      .map((concept) => toConceptRow(concept, counts));
    return {
      stage,
      concepts: rows,
      ...addCounts(rows),
      to: targets(stage.id, "forward"),
      back: targets(stage.id, "return"),
    };
  });
}

/** Concepts with needs that nothing answers, most needs first; ties by the order of the chain. */
export function toWeakRows(counts: readonly ConceptCount[]): readonly ConceptRow[] {
  return concepts
    .map((concept) => toConceptRow(concept, counts))
    .filter((row) => row.supply === "weak")
    .sort((a, b) => b.needs - a.needs);
}

export const neighbourKeys = [
  "madeFrom",
  "takes",
  "madeBy",
  "makes",
  "gives",
  "inputOf",
  "kindOf",
  "kinds",
  "alternative",
  "hasForm",
  "formOf",
  "has",
  "partOf",
  "uses",
  "usedBy",
  "improves",
  "improvedBy",
  "serves",
  "servedBy",
] as const;
export type NeighbourKey = (typeof neighbourKeys)[number];

const readings: Readonly<Record<Neighbour["relation"], readonly [out: NeighbourKey, into: NeighbourKey]>> = {
  feeds: ["makes", "madeFrom"],
  input_of: ["inputOf", "takes"],
  output_of: ["gives", "madeBy"],
  is_a: ["kindOf", "kinds"],
  alternative_to: ["alternative", "alternative"],
  has_form: ["hasForm", "formOf"],
  has_part: ["has", "partOf"],
  uses: ["uses", "usedBy"],
  improves: ["improves", "improvedBy"],
  serves: ["serves", "servedBy"],
};

export type NeighbourRow = {
  readonly key: NeighbourKey;
  readonly concept: string;
  readonly link: LinkId | null;
  /** Processes between the two, and what is consumed on the way. */
  readonly vias: readonly string[];
  readonly coefficients: readonly string[];
};

/** Neighbours by relation in words, one row per relation and concept however many routes join the two. */
export function toNeighbourRows(neighbours: readonly Neighbour[], locale: Locale): readonly NeighbourRow[] {
  const rows = new Map<string, NeighbourRow>();
  for (const { concept, relation, direction, via, edge } of neighbours) {
    const key = readings[relation][direction === "out" ? 0 : 1];
    const id = `${key}/${concept}`;
    const known = rows.get(id);
    const coefficient = relation === "feeds" ? coefficientText(edge, locale) : null;
    rows.set(id, {
      key,
      concept,
      link: findConcept(concept)?.link ?? null,
      vias: [...new Set([...(known?.vias ?? []), ...(via === undefined ? [] : [via])])],
      coefficients: [...(known?.coefficients ?? []), ...(coefficient === null ? [] : [coefficient])],
    });
  }
  return [...rows.values()].sort((a, b) => neighbourKeys.indexOf(a.key) - neighbourKeys.indexOf(b.key));
}

function coefficientText(edgeId: string, locale: Locale): string | null {
  const coefficient = feeds.find((edge) => edge.id === edgeId)?.coefficient;
  if (!coefficient) return null;
  return ratioText(Math.round(coefficient.value * 1000) / 1000, coefficient.unit, locale);
}

/** So much of one thing for so much of another, in words: 5.33 t ore / t concentrate. */
export function ratioText(value: number | string, ratio: string, locale: Locale): string {
  return joinUnit(formatNumber(value, locale), formatRatio(ratio, locale), locale);
}

const rests = {
  others: /\bothers recalled\b/,
  outer: /\bouter range recalled\b/,
  range: /\brange recalled\b/,
  upper: /\bupper value recalled\b/,
  name: /\bclass name\b/,
} as const;
export type RestKey = keyof typeof rests;

export type SourceWords = {
  readonly section: (section: string) => string;
  readonly rest: (key: RestKey) => string;
};

/**
 * The data say "seed 3.3.1" for a section of the paper and "others recalled" for what is general knowledge; a reader is
 * told so in words. "recalled" alone says nothing more than the word beside it.
 */
export function toSourceText(source: string, words: SourceWords): string {
  if (source === "recalled") return "";
  const told = source.replaceAll(/\bseed (\d+(?:\.\d+)*)/g, (_, section: string) => words.section(section));
  return (Object.keys(rests) as RestKey[]).reduce(
    (text, key) => text.replace(rests[key], words.rest(key)),
    told,
  );
}

/** Whether a source holds words of English beside its addresses and the names of substances. */
export function speaksEnglish(source: string): boolean {
  return /(?<![\p{L}\d])[a-z]{3,}(?![\p{L}\d])/u.test(source.replaceAll(/https?:\/\/\S+/g, ""));
}
