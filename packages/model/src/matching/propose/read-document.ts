import type { PostingVolume } from "../../posting/index.ts";
import { volumeFigure } from "../constrain/volume-figure.ts";
import type { Figure, MatchDocument } from "../document.ts";
import { hearFields, type ProposedFields } from "./propose-fields.ts";

/** The concepts that are the subject of a text, the primary one first: not those beside it, nor those that only describe another. [MT57] */
export function takenConcepts({ concepts }: Pick<ProposedFields, "concepts">): readonly string[] {
  return concepts
    .filter(({ describes, aside }, index) => !aside && (index === 0 || !describes))
    .map(({ value }) => value);
}

/**
 * A document whose fields are taken from its title and body alone, for a posting of which nothing else is known. [MT7]
 * @example readDocument({ id: "a", kind: "need", lang: "zh", title: "求电池级碳酸锂", body: "" }).concepts // ["li2co3-batt"]
 */
export function readDocument(
  text: Pick<MatchDocument, "id" | "kind" | "title" | "body" | "lang">,
): MatchDocument {
  const fields = hearFields(`${text.title}\n${text.body}`, undefined, text.kind);
  const figures = fields.figures.map(({ value }) => value);
  const cooperation = fields.cooperation.map(({ value }) => value);
  return {
    ...text,
    concepts: subjectsOf(fields),
    figures: text.kind === "need" ? withVolume(figures, fields.volume?.value) : figures,
    volume: fields.volume?.value,
    region: fields.regions[0]?.value,
    trl: fields.trl?.value,
    maturity: fields.maturity?.value,
    ipStatus: fields.ipStatus?.value,
    cooperation: cooperation.length > 0 ? cooperation : undefined,
    heard: true,
  };
}

/** Where all that is named stands beside a subject without a name, the first is what the text is nearest to. */
function subjectsOf(fields: ProposedFields): readonly string[] {
  const taken = takenConcepts(fields);
  return taken.length > 0 ? taken : fields.concepts.slice(0, 1).map(({ value }) => value);
}

/** Of a need known by its words alone, the amount that it names is what it asks for, not a wish. */
function withVolume(figures: readonly Figure[], volume: PostingVolume | undefined): readonly Figure[] {
  const asked = volume ? volumeFigure({ volume }, ">=") : null;
  const isNamed = figures.some(({ attribute }) => attribute === asked?.attribute);
  return asked && !isNamed ? [...figures, { ...asked, hard: true }] : figures;
}
