import { findConcept } from "../../chain/index.ts";
import { wordsBefore } from "../analyze/words-beside.ts";
import type { Sorted } from "./ask-rivals.ts";
import type { RankedConcept } from "./rank-concepts.ts";
import { soundsLikeDemand } from "./read-intent.ts";
import { isOfLayer } from "./tell-condition.ts";
import { soundsLikeToll } from "./tell-feed.ts";

// What the customer sends, until the text turns to what comes back.
const sent =
  /(?:(?:客户|委托方|甲方|贵司|贵方|您|你方?)(?:需|须|应|自行|负责)?(?:提供|自备|供应|寄来|送来))(?!(?:.*?)(?:产出|成品|产品|出料|交付|返还|得到))|\b(?:you|(?:the |our )?(?:customers?|clients?))(?: will| must| should| have to)? (?:sends?|suppl(?:y|ies)|provides?|delivers?|ships?|brings?)\b(?!.*\b(?:gets? back|in return|receives?|we (?:return|ship|deliver|send)|product|output)\b)/i;
const fed =
  /(?:来料|进料|来样|客供料|原料)[^,，。;；]{0,6}(?:需|须|要求|应|规格|指标|标准)(?!.*(?:产品|成品|产出|加工后|出料))|\b(?:feed(?:stock)?|(?:customer'?s?|incoming) material)\b[^.;]{0,16}\b(?:must|should|has to|have to|needs? to|requirements?)\b(?!.*\b(?:product|output|after (?:processing|treatment))\b)/i;
/** Terms of the work, in whatever sentence they stand. */
const ofWork = new Set(["batch", "moq", "lead_time", "price", "throughput", "capacity_ta", "capacity_gwh"]);
const sentenceEnd = /[;；。\n]|\. /;
const reach = 160;

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
  const before = wordsBefore(text, quantity, sentenceEnd, reach);
  return isWork && !soundsLikeDemand(text) && (fed.test(before) || sent.test(before));
}
