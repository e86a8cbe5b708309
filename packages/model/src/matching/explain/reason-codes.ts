/**
 * Every reason that a result can give, with the names of its params. i18n holds a text per code under `match.reason`.
 * `concept…`: id of a concept. `attribute`: id of an attribute. `region`: code of a province. `need`, `offer`: a figure
 * printed in signs. `share`: per cent of a volume that is covered. `un`: a number of
 * the dangerous-goods list. `terms`: words of both texts. `inclination`: per cent. [MT9]
 */
export const reasonParams = {
  base: [],
  concept_same: ["conceptNeed", "conceptOffer"],
  concept_shared: ["conceptNeed", "conceptOffer"],
  concept_narrower: ["conceptNeed", "conceptOffer"],
  concept_broader: ["conceptNeed", "conceptOffer"],
  concept_process: ["conceptNeed", "conceptOffer"],
  concept_improves: ["conceptNeed", "conceptOffer"],
  concept_serves: ["conceptNeed", "conceptOffer"],
  concept_uses: ["conceptNeed", "conceptOffer"],
  concept_input: ["conceptNeed", "conceptOffer"],
  concept_input_via: ["conceptNeed", "conceptOffer", "conceptVia"],
  concept_form: ["conceptNeed", "conceptOffer"],
  concept_alternative: ["conceptNeed", "conceptOffer"],
  concept_part: ["conceptNeed", "conceptOffer"],
  concept_sibling_via: ["conceptNeed", "conceptOffer", "conceptVia"],
  concept_consumer: ["conceptNeed", "conceptOffer"],
  concept_output: ["conceptNeed", "conceptOffer"],
  concept_output_via: ["conceptNeed", "conceptOffer", "conceptVia"],
  concept_near: ["conceptNeed", "conceptOffer"],
  concept_near_via: ["conceptNeed", "conceptOffer", "conceptVia"],
  concept_none: [],
  concept_excluded: ["concept"],
  figure_pass: ["attribute", "need", "offer"],
  figure_part: ["attribute", "need", "offer", "share"],
  figure_fail: ["attribute", "need", "offer"],
  figure_unknown: ["attribute", "need"],
  wish_pass: ["attribute", "need", "offer"],
  wish_fail: ["attribute", "need", "offer"],
  wish_unknown: ["attribute", "need"],
  cooperation_pass: [],
  cooperation_kindred: [],
  cooperation_fail: [],
  cooperation_unknown: [],
  delivery_pass: [],
  delivery_fail: [],
  delivery_unknown: [],
  ip_pass: [],
  ip_partial: [],
  ip_fail: [],
  ip_unknown: [],
  transport_pass: ["conceptOffer", "un"],
  transport_unknown: ["conceptOffer", "un"],
  transport_fail: ["conceptOffer", "un"],
  region_same: ["region"],
  text_shared: ["terms"],
  other_side_keener: ["inclination"],
  other_side_cooler: ["inclination"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ReasonCode = keyof typeof reasonParams;
export const reasonCodes = Object.keys(reasonParams) as readonly ReasonCode[];
