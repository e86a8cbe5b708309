import type { Locale } from "@lilink/i18n";
import type { LevelChoice } from "@lilink/model/posting";
import type { Proposal } from "../actions.ts";
import { conceptName, figureText, provinceName, volumeText } from "../view.ts";
import { type DraftValues, toDraftValues } from "./draft-values.ts";

/** One thing read from the text: its field, its value in words, the words it comes from, and how it enters the form. */
export type ProposalItem = {
  readonly key: string;
  readonly field:
    | "concept"
    | "figures"
    | "volume"
    | "region"
    | "trl"
    | "maturity"
    | "ipStatus"
    | "cooperation";
  readonly value:
    | { readonly text: string }
    | { readonly name: "maturity" | "ipStatus" | "cooperation"; readonly id: string };
  readonly source: string;
  readonly apply: (values: DraftValues) => DraftValues;
};

const noLevels: LevelChoice = {};

export function toProposalItems(found: Proposal, locale: Locale): ProposalItem[] {
  // What stands beside the subject is not proposed as the subject. [MT57]
  const concept = found.concepts.find(({ aside }) => !aside);
  const [region] = found.regions;
  const { volume, trl, maturity, ipStatus } = found;
  return [
    ...(concept
      ? [
          item("concept", { text: conceptName(concept.value, locale) }, concept.source, (values) => ({
            ...values,
            concept: concept.value,
          })),
        ]
      : []),
    ...found.figures.map(({ value, source }, index) =>
      item(
        "figures",
        { text: figureText(value, locale) },
        source,
        (values) => withFigure(values, value),
        index,
      ),
    ),
    ...(volume
      ? [
          item("volume", { text: volumeText(volume.value, locale) }, volume.source, (values) => ({
            ...values,
            volume: toDraftValues({ volume: volume.value }, noLevels, 1).volume,
          })),
        ]
      : []),
    ...(region
      ? [
          item("region", { text: provinceName(region.value, locale) }, region.source, (values) => ({
            ...values,
            region: region.value,
          })),
        ]
      : []),
    ...(trl
      ? [
          item("trl", { text: String(trl.value) }, trl.source, (values) => ({
            ...values,
            trl: String(trl.value),
          })),
        ]
      : []),
    ...(maturity
      ? [
          item("maturity", { name: "maturity", id: maturity.value }, maturity.source, (values) => ({
            ...values,
            maturity: maturity.value,
          })),
        ]
      : []),
    ...(ipStatus
      ? [
          item("ipStatus", { name: "ipStatus", id: ipStatus.value }, ipStatus.source, (values) => ({
            ...values,
            ipStatus: ipStatus.value,
          })),
        ]
      : []),
    ...found.cooperation.map(({ value, source }, index) =>
      item(
        "cooperation",
        { name: "cooperation", id: value },
        source,
        (values) => ({ ...values, cooperation: [...new Set([...values.cooperation, value])] }),
        index,
      ),
    ),
  ];
}

function item(
  field: ProposalItem["field"],
  value: ProposalItem["value"],
  source: string,
  apply: ProposalItem["apply"],
  index = 0,
): ProposalItem {
  return { key: `${field}-${index}`, field, value, source, apply };
}

/** A figure read anew takes the place of the one of its attribute. */
function withFigure(values: DraftValues, figure: Proposal["figures"][number]["value"]): DraftValues {
  const [row] = toDraftValues({ figures: [figure] }, noLevels, 1).figures;
  if (!row) return values;
  const rest = values.figures.filter((other) => other.attribute !== row.attribute);
  return { ...values, figures: [...rest, row] };
}
