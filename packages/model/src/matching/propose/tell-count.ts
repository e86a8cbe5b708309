import type { Quantity } from "@lilink/engine/quantity";
import { findConcept } from "../../chain/index.ts";
import type { Mention } from "../analyze/mention.ts";
import { wordsBefore, wordsBehind } from "../analyze/words-beside.ts";
import { soundsLikeMachine } from "./read-intent.ts";
import { isCount } from "./tell-volume.ts";

const clauseEnd = /[,，。;；\n]|\. /;
const reach = 40;
/** Whose count it is where it is none of the goods: of one thing, the least, what is there already, what comes with it, what was. */
const otherBefore =
  /(?:每|单|整|各|起订|起批|最[小少]|MOQ|已有|现有|老|旧|自[备有]|内?含|配|包括|去年|[交做测]过?了?|日检|可装|样品?|试样|业绩|抵|\b(?:each|per|every|MOQ|minimum|including|includes?|with|at|of (?:six|\d+)|lost|delivered|references?|already|existing|samples?))[^,，。;；\d]{0,10}$/iu;
const otherBehind =
  /^(?:\s?(?:[/每]|起[订批]?|样|试|抵|老|旧|\/|per |each |a (?:day|week)|minimum|price)|\s?(?:以上|及以上|or more)(?:的)?(?:业绩|案例)|\s?(?:under test|tested|samples?))/i;
const told =
  /(?:数量|台数|套数|总数|共计?|合计|现有|库存|\b(?:qty|quantity|total(?: of)?|number))\s?[:：为是]?\s?约?\s?$/i;
const alone = /^\s?(?:约|大约|大概|共计?|一共|about|some|approx\.?|ca\.?)?\s?$/i;
const aloneBehind = /^\s?(?:左右|上下|in stock|available|现货)?\s?$/i;
/** 求购真空烘箱4台, need 3 sets of vacuum ovens: a thing that the chain has no concept of. */
const bought =
  /(?:求购|采购|收购|购买|招标|需要?|供应|出售|转让)(?:内容)?[:：]?\s?(?:(?:全新|二手|国产|进口)的?)?(?!(?:编号|文件))\p{Script=Han}{2,12}$/u;
const boughtEn =
  /(?:\b(?:for|need|require|buy|purchase|sell|offer|supply|want)|\b(?:rfq|wanted|offer|tender):)\s?$/i;
const joint =
  /^\p{Script=Han}{0,4}?(?:机|设备|装置|炉|窑|釜|线|柜|包|箱|系统|machines?|lines?|systems?)?s?\s?[:：]?\s?(?:项目)?(?:招标|采购|求购|询价|需求|转让|出售)?\s?(?:约|共)?\s?$/iu;
const ofGoods =
  /^(?:\s?的?|\s?(?:of )?(?:the |new |used |second-?hand )?(?:[a-z-]+ ){0,3}|\p{Script=Han}{0,6})$/iu;

/**
 * Whether so many pieces are the amount of the goods: right beside their name, with a word of a count, or alone in a clause. [MT131]
 * @example 6 of 采购卷绕机6台, 12 of "12 units of formation cyclers"
 */
function isCountOfGoods(text: string, quantity: Quantity, mentions: readonly Mention[]): boolean {
  if (quantity.unit === "pcs/month") return true;
  if (!isCount(quantity) || quantity.high !== undefined || /[.%]/.test(quantity.value)) return false;
  const left = wordsBefore(text, quantity, clauseEnd, reach);
  const right = wordsBehind(text, quantity, clauseEnd, reach);
  if (otherBefore.test(left) || otherBehind.test(right)) return false;
  if (told.test(left) || (alone.test(left) && aloneBehind.test(right))) return true;
  if (bought.test(left) || (boughtEn.test(left) && /^ of [a-z]/i.test(right))) return true;
  return mentions.some((one) => {
    if (one.negated || !isSold(text, one)) return false;
    return one.end <= quantity.start
      ? joint.test(text.slice(one.end, quantity.start))
      : one.start >= quantity.end && ofGoods.test(text.slice(quantity.end, one.start));
  });
}

const plant = /系统|机组|产线|\b(?:systems?|lines?|units?)\b/i;

/** A product or a machine; of a step the machine, the line or the system that does it. */
function isSold(text: string, { concept, start, end }: Mention): boolean {
  const type = findConcept(concept)?.type ?? "";
  const words = text.slice(start, end + 8);
  return /^(?:product|equipment)$/.test(type) || soundsLikeMachine(words) || plant.test(words);
}

/** The volume of a text, or the first count of its goods where nothing else is, and what is then left over. [MT131] */
export function withCount(
  text: string,
  volume: Quantity | null,
  rest: readonly Quantity[],
  mentions: readonly Mention[],
): { readonly volume: Quantity | null; readonly rest: readonly Quantity[] } {
  const count = volume ? undefined : rest.find((one) => isCountOfGoods(text, one, mentions));
  return { volume: volume ?? count ?? null, rest: rest.filter((one) => one !== count) };
}
