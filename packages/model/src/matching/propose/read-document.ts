import type { MatchDocument } from "../document.ts";
import { proposeFields } from "./propose-fields.ts";

/**
 * A document whose fields are taken from its title and body alone, for a posting of which nothing else is known. [MT7]
 * @example readDocument({ id: "a", kind: "need", lang: "zh", title: "求电池级碳酸锂", body: "" }).concepts // ["li2co3-batt"]
 */
export function readDocument(
  text: Pick<MatchDocument, "id" | "kind" | "title" | "body" | "lang">,
): MatchDocument {
  const fields = proposeFields(`${text.title}\n${text.body}`);
  const cooperation = fields.cooperation.map(({ value }) => value);
  return {
    ...text,
    concepts: fields.concepts.map(({ value }) => value),
    figures: fields.figures.map(({ value }) => value),
    volume: fields.volume?.value,
    region: fields.regions[0]?.value,
    trl: fields.trl?.value,
    maturity: fields.maturity?.value,
    ipStatus: fields.ipStatus?.value,
    cooperation: cooperation.length > 0 ? cooperation : undefined,
  };
}
