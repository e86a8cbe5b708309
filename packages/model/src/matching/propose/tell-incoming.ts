import { findConcept } from "../../chain/index.ts";
import { wordsBefore } from "../analyze/words-beside.ts";
import type { Sorted } from "./ask-rivals.ts";
import type { RankedConcept } from "./rank-concepts.ts";
import { soundsLikeDemand } from "./read-intent.ts";
import { isOfLayer } from "./tell-condition.ts";
import { soundsLikeToll } from "./tell-feed.ts";

const fed =
  /(?:来料|进料|来样|客供料|原料)[^,，。;；]{0,6}(?:需|须|要求|应|规格|指标|标准)(?!.*(?:产品|成品|产出|加工后|出料))|\b(?:feed(?:stock)?|(?:customer'?s?|incoming) material)\b[^.;]{0,16}\b(?:must|should|has to|have to|needs? to|requirements?)\b(?!.*\b(?:product|output|after (?:processing|treatment))\b)/i;
/** Terms of the work, in whatever sentence they stand. */
const ofWork = new Set(["batch", "moq", "lead_time", "price", "throughput", "capacity_ta", "capacity_gwh"]);
const sentenceEnd = /[;；。\n]|\. /;
const reach = 80;

/**
 * Whether a figure is of something else than what is offered: of a layer of it, or, of a work on the goods of others, of what these must
 * be before it: 来料需 D50 12-18 µm. [MT130]
 */
export function isOfOthers(
  text: string,
  { quantity, figure }: Sorted,
  ranked: readonly RankedConcept[],
): boolean {
  if (isOfLayer(text, quantity, figure.attribute)) return true;
  const subject = ranked.find(({ aside }) => !aside)?.concept ?? "";
  const isWork = soundsLikeToll(text) || /^(?:process|service)$/.test(findConcept(subject)?.type ?? "");
  if (ofWork.has(figure.attribute)) return false;
  return isWork && !soundsLikeDemand(text) && fed.test(wordsBefore(text, quantity, sentenceEnd, reach));
}
